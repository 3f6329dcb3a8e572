package gm.sharing.project;

import static gm.sharing.project.DescribedProject.POLICE;
import static gm.sharing.project.DescribedProject.PROBATION;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import gm.sharing.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which conditions a flow needs beside its lawful basis. */
class ConditionsOfAFlowTests extends LawOfAFlow {

    @Nested
    class ForSpecialCategories {

        @ParameterizedTest
        @ValueSource(strings = {"9(2)(b)", "9(2)(g)", "9(2)(h)", "9(2)(i)", "9(2)(j)"})
        void needsACondition(String article9) {
            assertRefused(
                    new Basis().article9(article9),
                    LAW.specialCategories().label(article9),
                    "needs a condition of Schedule 1");
        }

        @ParameterizedTest
        @CsvSource({"9(2)(h),sch1-part1-3", "9(2)(g),sch1-part1-4", "9(2)(b),sch1-part1-2", "9(2)(i),sch1-part3-29"})
        void needsAConditionOfTheRightPart(String article9, String schedule1) {
            assertRefused(
                    new Basis().article9(article9).schedule1(schedule1),
                    "does not go with “" + LAW.schedule1().label(schedule1) + "” of Schedule 1");
        }

        @ParameterizedTest
        @CsvSource({"9(2)(h),sch1-part1-2", "9(2)(i),sch1-part1-3", "9(2)(j),sch1-part1-4"})
        void needsNoPolicyDocumentWithTheseConditions(String article9, String schedule1) {
            assertAccepted(new Basis().article9(article9).schedule1(schedule1));
        }

        @Test
        void namesTheConditionsThatGoWithIt() {
            assertRefused(
                    new Basis().article9("9(2)(h)").schedule1("sch1-part2-18"),
                    "but with “Part 1: health or social care purposes”");
            assertRefused(new Basis().article9("9(2)(g)").schedule1("sch1-part1-2"), "but with one of Part 2");
        }

        @Test
        void needsNoneWithConsent() {
            assertAccepted(new Basis().article9("9(2)(a)"));
        }
    }

    @Nested
    class WithAPolicyDocument {

        @ParameterizedTest
        @CsvSource({"9(2)(b),sch1-part1-1", "9(2)(g),sch1-part2-18", "9(2)(g),sch1-part2-10"})
        void namesItsTitleAndItsReview(String article9, String schedule1) {
            Basis basis = new Basis().article9(article9).schedule1(schedule1);

            assertRefused(
                    basis,
                    "“" + LAW.schedule1().label(schedule1) + "”",
                    "appropriate policy document",
                    "title and the date");
            assertRefused(basis.policy("Policy for special categories", null), "the date of its next review");
            assertRefused(basis.policy(null, LocalDate.of(2027, 4, 1)), "Give its title");
            assertAccepted(basis.policy("Policy for special categories", LocalDate.of(2027, 4, 1)));
        }

        @Test
        void standsForCriminalOffenceDataToo() {
            assertRefused(new Basis().schedule1("sch1-part2-14"), "stands only with an appropriate policy document");
            assertAccepted(new Basis().schedule1("sch1-part3-33"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"sch1-part2-13", "sch1-part2-27"})
        void isNotNeededForTheseConditions(String schedule1) {
            assertAccepted(new Basis().article9("9(2)(g)").schedule1(schedule1));
        }

        @Test
        void isNotNeededToTellCompetentAuthoritiesOfUnlawfulActs() {
            Basis basis = new Basis().article9("9(2)(g)").schedule1("sch1-part2-10");

            assertAccepted(basis.to(POLICE, PROBATION));
            assertRefused(basis.to(POLICE, BURY), "appropriate policy document");
        }
    }

    @Nested
    class WhereAMachineAloneDecides {

        @ParameterizedTest
        @ValueSource(strings = {"9(2)(h)", "9(2)(i)", "9(2)(c)"})
        void isNotSpecialUnderOtherConditions(String article9) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> AutomatedDecisionRules.check(
                            List.of(
                                    new Basis().flow(),
                                    new Basis().article9(article9).flow()),
                            LAW))
                    .satisfies(refused -> assertThat(refused.message(List::toString))
                            .startsWith("[flows, 1, article9]: a machine alone decides"))
                    .withMessageContaining("Article 22B(1) to (3)")
                    .withMessageContaining("have a person decide");
        }

        @ParameterizedTest
        @ValueSource(strings = {"9(2)(a)", "9(2)(g)"})
        void mayBeSpecialUnderConsentOrTheLaw(String article9) {
            assertThatNoException()
                    .isThrownBy(() -> AutomatedDecisionRules.check(
                            List.of(new Basis().article9(article9).flow()), LAW));
        }

        @Test
        void restsOnNoRecognisedInterestAtEitherEnd() {
            String crime = "6(1)(ea)-crime";

            for (Flow flow : List.of(
                    new Basis().article6(crime).flow(),
                    new Basis().recipients(crime).flow(),
                    new Basis()
                            .from(POLICE)
                            .enforcing(POLICE)
                            .article6(null)
                            .recipients(crime)
                            .flow())) {
                assertThatExceptionOfType(Refused.class)
                        .isThrownBy(() -> AutomatedDecisionRules.check(List.of(flow), LAW))
                        .withMessageContaining("Article 22B(4)");
            }
        }
    }
}
