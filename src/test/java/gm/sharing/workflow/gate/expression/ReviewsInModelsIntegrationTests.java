package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.OwnersDrawings;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a process owner may draw a review of the agreement, and for whom. */
@DemoApplication
class ReviewsInModelsIntegrationTests {

    private final ShippedFiles shipped = ShippedFiles.read();

    @Autowired
    ModelServices services;

    @Autowired
    Declarations declarations;

    @ParameterizedTest
    @ValueSource(strings = {"ig-${partner}", "dpo-${partner}", "caldicott-${partner},ig-${partner}"})
    void areForAnyOfficeOfThePartner(String groups) {
        assertThat(messages(OwnersDrawings.withSecondReview(groups))).isEmpty();
        assertThat(messages(OwnersDrawings.withReviewsBesideEachOther(groups))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"information-board", "ig-${leadOrganisation}", "ig-${partner},org-${partner}"})
    void areForNobodyElse(String groups) {
        assertThat(messages(OwnersDrawings.withSecondReview(groups)))
                .singleElement()
                .asString()
                .contains(
                        "Task_SecondReview", "the record takes the form “review-agreement” from caldicott-${partner}");
    }

    @Test
    void comeBeforeTheSignature() {
        String after = OwnersDrawings.withSecondReview("ig-${partner}")
                .replace(
                        "sourceRef=\"Gateway_Review\" targetRef=\"Task_SecondReview\"",
                        "sourceRef=\"Gateway_Review\" targetRef=\"Gateway_Caldicott\"")
                .replace(
                        "sourceRef=\"Gateway_SecondReview\" targetRef=\"Gateway_Caldicott\"",
                        "sourceRef=\"Gateway_SecondReview\" targetRef=\"End_Signed\"")
                .replace(
                        "sourceRef=\"Gateway_Signature\" targetRef=\"End_Signed\"",
                        "sourceRef=\"Gateway_Signature\" targetRef=\"Task_SecondReview\"");

        assertThat(messages(after))
                .contains("Task_SecondReview (“Review the agreement as well”): the record takes no answer of the form"
                        + " “review-agreement” after “Sign the agreement”; put it before that step");
    }

    @ParameterizedTest
    @CsvSource({"sign-agreement, signatory", "agree-confidential-use, caldicott", "countersign-agreement, signatory"})
    void otherFormsOfAPartnerAreForTheOneOffice(String form, String office) {
        String model = Shipped.text("partner-sign-off.bpmn")
                .replaceAll("(formRef=\"" + form + "\"[^>]*candidateGroups=\")" + office + "-", "$1" + "dpo-");

        assertThat(messages(model))
                .singleElement()
                .asString()
                .contains("the record takes the form “" + form + "” from " + office + "-${partner}")
                .contains("“dpo-${partner}” could not hand it in");
    }

    @Test
    void whatTheRecordTakesOnceIsAskedOnce() {
        String twice = OwnersDrawings.withSecondReview("caldicott-${partner}")
                .replace(
                        "id=\"Task_SecondReview\" name=\"Review the agreement as well\" camunda:asyncAfter=\"true\""
                                + " camunda:formRef=\"review-agreement\"",
                        "id=\"Task_SecondReview\" name=\"Agree first\" camunda:asyncAfter=\"true\""
                                + " camunda:formRef=\"agree-confidential-use\"");

        assertThat(messages(twice))
                .anyMatch(message ->
                        message.contains("the record takes one answer of the form “agree-confidential-use”"));
    }

    private List<String> messages(String model) {
        var rule = new ProcessRule(
                services,
                declarations,
                List.of(new OrderRule(services, declarations), new CandidatesRule(declarations)));
        var file = ShippedFiles.file("partner-sign-off.bpmn", model);
        return rule.violations(file, shipped.with(file)).stream()
                .map(Violation::getMessage)
                .toList();
    }
}
