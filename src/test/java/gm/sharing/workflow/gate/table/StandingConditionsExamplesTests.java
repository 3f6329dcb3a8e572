package gm.sharing.workflow.gate.table;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.workflow.gate.table.TableRows.TableRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of standing conditions that are shipped, row by row. */
class StandingConditionsExamplesTests {

    private static final Map<String, Set<String>> applied = new HashMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bolton | ToolkitMet         | met     | dspt=dspt-standards-exceeded, dsptCurrent=true
                    bolton | ToolkitMet         | met     | dspt=dspt-caf-standards-met, dsptCurrent=true
                    bolton | ToolkitExpired     | not-met | dspt=dspt-standards-met, dsptCurrent=false
                    bolton | ToolkitApproaching | look    | dspt=dspt-approaching-standards
                    bolton | ToolkitNotMet      | not-met | dspt=dspt-not-published
                    bolton | ToolkitOther       | look    | dspt=not-applicable
                    bolton | Uk                 | look    | dpia=approved
                    bolton | UkNoDpia           | look    | dpia=not-required
                    bolton | SevenYears         | met     | retentionMonths=84
                    bolton | Longer             | not-met | retentionMonths=85
                    bolton | NoCopy             | met     | copy=false
                    bolton | Copy               | look    | copy=true
                    bolton | DpiaApproved       | met     | dpia=approved
                    bolton | DpiaNotRequired    | look    | dpia=not-required
                    bolton | DpiaOpen           | not-met | dpia=rejected
                    bolton | DpiaOpen           | not-met | dpia=in-progress
                    nhsgm  | IcoRegistered      | met     | icoRegistrationValid=true
                    nhsgm  | IcoExpired         | not-met | icoRegistrationValid=false
                    nhsgm  | NoCare             | met     | confidentialCare=false
                    nhsgm  | CareCertified      | met     | confidentialCare=true, assurances=iso-27001-certified
                    nhsgm  | CareCertified      | met     | confidentialCare=true, assurances=cyber-essentials-plus-certified
                    nhsgm  | CareNotCertified   | not-met | confidentialCare=true, assurances=cyber-essentials-certified
                    nhsgm  | NotSpecial         | met     | specialCategory=false
                    nhsgm  | SpecialForCare     | met     | specialCategory=true, article9=9(2)(h)
                    nhsgm  | SpecialOtherwise   | look    | specialCategory=true, article9=9(2)(g)
                    nhsgm  | PeopleDecide       | met     | automatedDecisions=support
                    nhsgm  | MachineAlone       | not-met | automatedDecisions=alone
                    nhsgm  | FewPartners        | met     | partners=20
                    nhsgm  | ManyPartners       | look    | partners=21""")
    void answers(String organisation, String row, String answer, String facts) {
        var table = Tables.rows(Tables.table("standing-conditions-" + organisation + ".dmn"));
        String id = (organisation.equals("bolton") ? "Rule_Bolton_" : "Rule_NhsGm_") + row;

        var rows = table.asked(known(facts));

        assertThat(rows.stream().filter(TableRow::applies).map(TableRow::id)).contains(id);
        assertThat(rows)
                .filteredOn(one -> one.id().equals(id))
                .extracting(one -> one.says().get("answer"))
                .containsExactly(answer);
        applied.computeIfAbsent(organisation, any -> new TreeSet<>()).add(id);
    }

    @AfterAll
    static void everyRowOfEveryExampleApplies() {
        for (String name : Tables.names()) {
            if (name.startsWith("standing-conditions-")) {
                assertThat(applied.get(name.replaceFirst("standing-conditions-(.*)\\.dmn", "$1")))
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(
                                Tables.table(name).dmn().getModelElementsByType(Rule.class).stream()
                                        .map(Rule::getId)
                                        .toList());
            }
        }
    }

    private static Map<String, Object> known(String facts) {
        Map<String, Object> known = new HashMap<>();
        for (String fact : facts == null ? new String[0] : facts.split(", ")) {
            String name = fact.substring(0, fact.indexOf('='));
            String value = fact.substring(name.length() + 1);
            known.put(
                    name,
                    name.equals("assurances")
                            ? List.of(value)
                            : value.matches("\\d+")
                                    ? (Object) Long.valueOf(value)
                                    : value.matches("true|false") ? (Object) Boolean.valueOf(value) : value);
        }
        return known;
    }
}
