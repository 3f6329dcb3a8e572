package gm.sharing.project;

import static gm.sharing.project.DescribedProject.CHARITY;
import static gm.sharing.project.DescribedProject.HOUSING;
import static gm.sharing.project.DescribedProject.POLICE;
import static gm.sharing.project.DescribedProject.PROBATION;
import static gm.sharing.project.DescribedProject.TRUST;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.organisation.OrganisationCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which law a flow needs, and each organisation that takes part in it. */
class LawfulBasisTests extends LawOfAFlow {

    private static final String LEGITIMATE_INTERESTS = "6(1)(f)";

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
}
