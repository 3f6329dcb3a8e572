package gm.sharing.project;

import static gm.sharing.project.DescribedProject.CHARITY;
import static gm.sharing.project.DescribedProject.HOUSING;
import static gm.sharing.project.DescribedProject.POLICE;
import static gm.sharing.project.DescribedProject.PROBATION;
import static gm.sharing.project.DescribedProject.TRUST;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.code.ShippedCodes;
import gm.sharing.organisation.OrganisationCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which law a flow needs, and each organisation that takes part in it. */
class LawfulBasisTests {

    private static final String PUBLIC_TASK = "6(1)(e)";
    private static final String LEGITIMATE_INTERESTS = "6(1)(f)";

    private static final Law LAW = new Law(ShippedCodes.all());

    private final LawfulBasisRules rules = new LawfulBasisRules(DescribedProject::organisation, LAW);

    private void assertRefused(Basis basis, String... words) {
        assertThat(complaints(basis)).singleElement().satisfies(complaint -> {
            assertThat(complaint.path()).startsWith("flows", 0);
            assertThat(complaint.rule()).contains(words);
        });
    }

    private void assertAccepted(Basis basis) {
        assertThat(complaints(basis)).isEmpty();
    }

    private List<Complaint> complaints(Basis basis) {
        FlowRow row = new FlowRow(0, basis.flow());
        rules.check(row, basis.processors);
        return row.complaints();
    }

    @Nested
    class OfArticle6 {

        @Test
        void isNeededFromWhoeverSends() {
            assertRefused(
                    new Basis().article6(null),
                    "give the lawful basis of Article 6 on which Bolton Council shares the information");
        }

        @ParameterizedTest
        @ValueSource(strings = {LEGITIMATE_INTERESTS, "6(1)(ea)-crime"})
        void isThePublicTaskForPublicAuthorities(String interests) {
            assertRefused(
                    new Basis().article6(interests),
                    "Bolton Council is a public authority",
                    LAW.lawfulBases().label(interests),
                    "Choose 6(1)(e) Public task",
                    "outside their public tasks");
            assertRefused(new Basis().from(TRUST).article6(interests), "Manchester University NHS Foundation Trust");
        }

        @ParameterizedTest
        @ValueSource(strings = {LEGITIMATE_INTERESTS, "6(1)(ea)-crime"})
        void isALegitimateInterestOfAnAuthorityThatSaysWhyItActsOutsideItsTasks(String interests) {
            assertAccepted(new Basis()
                    .article6(interests)
                    .outsideTask("The council lets rooms, as anybody may who has some."));
        }

        @Test
        void isALegitimateInterestOfOthersWhileThePublicAuthorityReceivesItForItsTask() {
            Basis arrears = new Basis().from(HOUSING).to(BOLTON).article6(LEGITIMATE_INTERESTS);

            assertRefused(arrears, "Bolton Council is a public authority", "as the basis of the recipients");
            assertAccepted(arrears.recipients(PUBLIC_TASK));
        }

        @Test
        void saysWhoAskedWhereARecognisedInterestIsARequest() {
            Basis asked =
                    new Basis().from(HOUSING).to(BOLTON).recipients(PUBLIC_TASK).article6("6(1)(ea)-request");

            assertRefused(asked, "who asked, when, for which task", "where the request is kept");
            assertAccepted(asked.purpose("The council asked on 3 November for its duty under section 47."));
        }

        @Test
        void isNoPublicTaskOfAVoluntaryBodyUnlessALawGivesItOne() {
            for (Basis basis : List.of(
                    new Basis().from(CHARITY).to(BOLTON),
                    new Basis().from(BOLTON).to(CHARITY),
                    new Basis().from(POLICE).to(CHARITY).enforcing(POLICE).recipients(PUBLIC_TASK))) {
                assertRefused(
                        basis, "Victim Support relies on 6(1)(e) Public task only for a task that a law gives it");
                assertAccepted(basis.outsideTask("Commissioned under section 143 of the 2014 Act."));
            }
            assertAccepted(new Basis().from(HOUSING).to(BOLTON));
        }

        @Test
        void isNotAskedOfProcessors() {
            assertAccepted(new Basis().from(BOLTON).to(CHARITY).processing(CHARITY));
            assertAccepted(new Basis()
                    .from(HOUSING, BURY)
                    .to(BOLTON)
                    .processing(BURY, BOLTON)
                    .article6(LEGITIMATE_INTERESTS));
        }

        @Test
        void isNotSharedByAnAuthorityAndOthersWhoRelyOnTheirInterests() {
            assertRefused(
                    new Basis()
                            .from(HOUSING, BURY)
                            .to(BOLTON)
                            .article6(LEGITIMATE_INTERESTS)
                            .recipients(PUBLIC_TASK),
                    "Bury Council is a public authority",
                    "describe what others share as a flow of its own");
        }
    }

    @Nested
    class UnderPart3 {

        private Basis enforcing() {
            return new Basis().from(POLICE).to(PROBATION).enforcing(POLICE, PROBATION);
        }

        @Test
        void needsNoBasisOfArticle6WhenEverybodyReliesOnIt() {
            assertAccepted(enforcing().article6(null));
        }

        @Test
        void isReliedOnBySomebody() {
            assertRefused(
                    new Basis().from(POLICE).to(PROBATION).enforcing(),
                    "say which of the senders and recipients relies on Part 3");
        }

        @Test
        void isReliedOnByARecipientAloneToWhomOthersDisclose() {
            for (OrganisationCode other : List.of(BOLTON, TRUST, HOUSING)) {
                Basis told = new Basis().from(other).to(POLICE).enforcing(POLICE);

                assertAccepted(told);
                assertThat(told.flow().sendersUnderArticle6()).containsExactly(other);
                assertThat(told.flow().recipientsUnderArticle6()).isEmpty();
                assertRefused(told.article6(null), "lawful basis of Article 6 on which", "shares the information");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"consent", "sch8-1", "sch8-4"})
        void needsAPolicyDocumentForSensitiveProcessing(String schedule8) {
            Basis sensitive = enforcing().schedule8(schedule8);

            assertRefused(
                    sensitive,
                    "sensitive processing under Part 3",
                    LAW.lawEnforcement().label(schedule8),
                    "sections 35 and 42");
            assertRefused(sensitive.policy("Policy for law enforcement", null), "the date of its next review");
            assertAccepted(sensitive.policy("Policy for law enforcement", LocalDate.of(2027, 4, 1)));
        }

        @Test
        void asksEachPartyForItsOwnConditionForTheSameSensitiveData() {
            Basis told = new Basis()
                    .from(POLICE)
                    .to(BOLTON, TRUST)
                    .enforcing(POLICE)
                    .schedule8("sch8-1")
                    .policy("Policy for law enforcement", LocalDate.of(2027, 4, 1))
                    .recipients(PUBLIC_TASK);

            assertRefused(told, "Bolton Council, Manchester University NHS Foundation Trust", "condition of Article 9");
            told.article9("9(2)(h)").schedule1("sch1-part1-2");
            assertAccepted(told);
            assertRefused(told.schedule8("none"), "Greater Manchester Police under Part 3", "Schedule 8");
        }

        @Test
        void needsACondition() {
            assertRefused(enforcing().schedule8(null), "which condition of Schedule 8");
        }
    }

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

    /** A flow from Bolton to Bury for a public task; each test changes what matters to it. */
    private static final class Basis {

        private List<OrganisationCode> from = List.of(BOLTON);
        private List<OrganisationCode> to = List.of(BURY);
        private List<OrganisationCode> processors = List.of();
        private @Nullable String purpose;
        private @Nullable String article6 = PUBLIC_TASK;
        private @Nullable String recipientsArticle6;
        private @Nullable String outsideTask;
        private @Nullable String article9;
        private @Nullable String schedule1;
        private @Nullable String policyDocument;
        private @Nullable LocalDate policyReview;
        private boolean lawEnforcement;
        private List<OrganisationCode> underPart3 = List.of();
        private @Nullable String schedule8 = "none";

        Basis from(OrganisationCode... senders) {
            from = List.of(senders);
            return this;
        }

        Basis to(OrganisationCode... recipients) {
            to = List.of(recipients);
            return this;
        }

        Basis processing(OrganisationCode... organisations) {
            processors = List.of(organisations);
            return this;
        }

        Basis purpose(String text) {
            purpose = text;
            return this;
        }

        Basis article6(@Nullable String basis) {
            article6 = basis;
            return this;
        }

        Basis recipients(String basis) {
            recipientsArticle6 = basis;
            return this;
        }

        Basis outsideTask(String why) {
            outsideTask = why;
            return this;
        }

        Basis article9(String condition) {
            article9 = condition;
            return this;
        }

        Basis schedule1(String condition) {
            schedule1 = condition;
            return this;
        }

        Basis policy(@Nullable String title, @Nullable LocalDate review) {
            policyDocument = title;
            policyReview = review;
            return this;
        }

        Basis enforcing(OrganisationCode... relying) {
            lawEnforcement = true;
            underPart3 = List.of(relying);
            return this;
        }

        Basis schedule8(@Nullable String condition) {
            schedule8 = condition;
            return this;
        }

        Flow flow() {
            Flow plain = ProjectFixture.flow(from, to);
            return new Flow(
                    from,
                    to,
                    plain.what(),
                    purpose,
                    plain.method(),
                    plain.frequency(),
                    plain.security(),
                    article6,
                    recipientsArticle6,
                    outsideTask,
                    article9,
                    schedule1,
                    policyDocument,
                    policyReview,
                    lawEnforcement,
                    underPart3,
                    schedule8,
                    plain.power(),
                    null,
                    false,
                    null,
                    plain.copyReason());
        }
    }
}
