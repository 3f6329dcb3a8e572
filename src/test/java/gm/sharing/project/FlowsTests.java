package gm.sharing.project;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.DescribedProject.HOUSING;
import static gm.sharing.project.DescribedProject.POLICE;
import static gm.sharing.project.DescribedProject.PROBATION;
import static gm.sharing.project.DescribedProject.TRUST;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowsTests {

    private static final String OWN_CARE = "own-care";

    private static final DataItem HEALTH = new DataItem("Diagnosis", "special-category-health");

    private final DescribedProject described = new DescribedProject().between(BOLTON, BURY, POLICE, TRUST);

    @Test
    void goFromSeveralToSeveral() {
        Flow everyoneWithEveryone = flow(List.of(BOLTON, BURY, POLICE, TRUST), List.of(BOLTON, BURY, POLICE, TRUST));

        described.flows(everyoneWithEveryone);

        assertThat(described.project().flows()).containsExactly(everyoneWithEveryone);
    }

    @Test
    void settleThePartThatEachPartnerHas() {
        described.flows(flow(BOLTON, BURY), flow(POLICE, TRUST), flow(BURY, TRUST));

        assertThat(described.project().partners())
                .extracting(Partner::part)
                .containsExactly(Part.PROVIDES, Part.BOTH, Part.PROVIDES, Part.RECEIVES);
    }

    @Test
    void doNotGoToStrangers() {
        assertThat(told(() -> described.flows(flow(BOLTON, BURY), flow(POLICE, TRUST, WIGAN))))
                .isEqualTo("[flows, 1, to]: Wigan Council is not among the partners.");
    }

    @Test
    void doNotGoFromAnOrganisationToItself() {
        assertThat(told(() -> described.flows(flow(BOLTON, BOLTON))))
                .startsWith("[flows, 0, to]: an organisation cannot share with itself alone");
    }

    @Test
    void doNotNameASenderThatHasNobodyElseToShareWith() {
        assertThatThrownBy(() -> described.flows(flow(List.of(BOLTON, BURY), List.of(BOLTON))))
                .hasMessageContaining("cannot share with itself alone");
    }

    @Test
    void leaveNoPartnerWithoutAPart() {
        assertThatThrownBy(() -> described.flows(flow(BOLTON, BURY)))
                .hasMessage("Greater Manchester Police, Manchester University NHS Foundation Trust take no part in any"
                        + " flow. Describe a flow, or leave the organisation out.");
    }

    @Test
    void leaveOutWhoTakesNoPart() {
        described.flows(List.of(POLICE, TRUST), flow(BOLTON, BURY));

        assertThat(described.partners()).containsExactly(BOLTON, BURY);
    }

    @Test
    void sayWhyACopyIsNeededUnlessTheyAreReadAtTheSource() {
        assertThat(told(() -> pair(copied("email"))))
                .isEqualTo(
                        "[flows, 0, copyReason]: say why a copy is needed when the information could be read where it is held.");
        assertThatNoException().isThrownBy(() -> pair(copied("read-at-source")));
    }

    @Test
    void sayInWordsWhatAPowerDoesNotSayOfItself() {
        Flow silent = changed(flow(BOLTON, BURY), "powers", List.of("ca2004-10", "governing-document"));

        assertThat(told(() -> pair(silent)))
                .isEqualTo("[flows, 0, power]: say which power it is, with the section of the law.");
        assertThatNoException().isThrownBy(() -> pair(changed(silent, "power", "Articles, clause 4: to house people")));
    }

    /** Of before, of an owner's old form, or of a row that was taken out: nobody decides about it, the form asks again. */
    @ParameterizedTest
    @ValueSource(strings = {"6(1)(ea) Recognised legitimate interests", "6(1)(e) Public task", "6(1)(g)"})
    void areAskedAgainForWhatNoTableHolds(String basis) {
        Flow plain = flow(BOLTON, BURY);
        Flow flow = changed(plain, "article6", basis);

        assertThat(told(() -> pair(flow)))
                .isEqualTo("[flows, 0, article6]: “" + basis
                        + "” is not among the possible answers any more. Choose again.");
    }

    @Test
    void needAConditionForSpecialCategories() {
        DescribedProject project = new DescribedProject().with(HEALTH).between(BOLTON, BURY);

        assertThatThrownBy(() -> project.flows(flow(BOLTON, BURY)))
                .hasMessageContaining("at least one flow needs a condition of Article 9");
        project.flows(bases("9(2)(c)"));
    }

    @Test
    void needAConditionForSpecialCategoriesOfEveryPartyOfTheFlow() {
        DescribedProject crisisPlans = new DescribedProject().with(HEALTH).between(BOLTON, POLICE);

        assertThatThrownBy(() -> crisisPlans.flows(enforcing(List.of(POLICE), "none")))
                .hasMessageContaining("Article 9 for those under UK GDPR")
                .hasMessageContaining("Schedule 8");
    }

    @Test
    void needAConditionForSpecialCategoriesWhereverConfidentialCareInformationFlows() {
        DescribedProject project = new DescribedProject().with(HEALTH).between(BOLTON, BURY);

        assertThat(told(() -> project.flows(bases("9(2)(c)"), confidential("legal-duty", "applied"))))
                .startsWith("[flows, 1, article9]: the flow holds confidential information");
    }

    @ParameterizedTest
    @CsvSource({"implied-consent, applied", "implied-consent, legal-duty", "implied-consent, 'not-relevant'"})
    void takeConsentAsGivenForPeoplesOwnCareOnly(String confidentiality, String optOut) {
        assertThat(told(() -> pair(confidential(confidentiality, optOut))))
                .startsWith("[flows, 0, optOut]: implied consent holds only for people’s own care");
        assertThatNoException().isThrownBy(() -> pair(confidential(confidentiality, OWN_CARE)));
    }

    @Test
    void takeNoConsentAsGivenTowardsWhoeverGivesNoCare() {
        for (OrganisationCode other : List.of(POLICE, PROBATION, HOUSING)) {
            DescribedProject project = new DescribedProject().between(BOLTON, other);

            assertThatThrownBy(() -> project.flows(confidential(other, "implied-consent", OWN_CARE)))
                    .hasMessageStartingWith(DescribedProject.organisation(other).name())
                    .hasMessageContaining("gives no individual care");
            assertThatThrownBy(() -> project.flows(confidential(other, "explicit-consent", OWN_CARE)))
                    .hasMessageContaining("gives no individual care");
            project.flows(confidential(other, "public-interest", "public-interest"));
        }
    }

    @Test
    void setDutyAndOptOutAsideTogetherUnderRegulation3() {
        String regulation3 = "regulation-3";
        String optOut = "regulation-3";

        assertThatNoException().isThrownBy(() -> pair(confidential(regulation3, optOut)));
        assertThatThrownBy(() -> pair(confidential(regulation3, "applied"))).hasMessageContaining("Regulation 3");
        assertThatThrownBy(() -> pair(confidential("explicit-consent", optOut))).hasMessageContaining("Regulation 3");
    }

    @Test
    void needAConditionForCriminalOffences() {
        DescribedProject project = new DescribedProject()
                .with(new DataItem("Convictions", "criminal-offence"))
                .between(BOLTON, POLICE);

        assertThatThrownBy(() -> project.flows(flow(BOLTON, POLICE)))
                .hasMessageContaining("at least one flow needs a condition of Schedule 1");
        assertThatNoException().isThrownBy(() -> project.flows(enforcing(List.of(POLICE), "none")));
    }

    @Test
    void areEachHeldToTheLaw() {
        assertThat(told(() -> described.flows(flow(BOLTON, BURY), enforcing(List.of(POLICE, TRUST), "none"))))
                .startsWith("[flows, 1, underPart3]: Part 3 is for competent authorities");
    }

    @Test
    void areToldAllThatIsWrongAtOnce() {
        assertThat(told(() -> described.flows(
                        copied("email"),
                        confidential("implied-consent", null),
                        enforcing(List.of(TRUST), ""),
                        flow(BOLTON, WIGAN))))
                .contains("[flows, 0, copyReason]: ", "[flows, 1, optOut]: ", "[flows, 2, underPart3]: ")
                .contains("[flows, 2, schedule8]: ", "[flows, 3, to]: Wigan Council")
                .contains("[flows]: Greater Manchester Police takes no part in any flow");
    }

    @Test
    void sayWhatLiftsTheDutyOfConfidenceWhenTheyHoldCareInformation() {
        assertThatThrownBy(() -> pair(confidential(null, "applied"))).hasMessageContaining("duty of confidentiality");
        assertThatThrownBy(() -> pair(confidential("implied-consent", null))).hasMessageContaining("opt-out");

        SharingProject project = pair(confidential("implied-consent", OWN_CARE)).project();

        assertThat(project.confidentialCare(BURY)).isTrue();
        assertThat(project.givesConfidentialCare(BOLTON)).isTrue();
        assertThat(project.givesConfidentialCare(BURY)).isFalse();
        assertThat(project.confidentialCare(TRUST)).isFalse();
    }

    /** The refusal, with the path to each field in place of its label. */
    private static String told(ThrowingCallable refused) {
        return catchThrowableOfType(Refused.class, refused).message(List::toString);
    }

    private static DescribedProject pair(Flow flow) {
        return new DescribedProject().between(BOLTON, BURY).flows(flow);
    }

    private static Flow bases(String article9) {
        return with(List.of(BOLTON), article9, null, false, null, null, "email", "It is used elsewhere.");
    }

    private static Flow enforcing(List<OrganisationCode> from, String schedule8) {
        return with(from, null, schedule8, false, null, null, "email", "It is used elsewhere.");
    }

    private static Flow confidential(@Nullable String confidentiality, @Nullable String optOut) {
        return with(List.of(BOLTON), null, null, true, confidentiality, optOut, "email", "It is used elsewhere.");
    }

    private static Flow confidential(OrganisationCode to, String confidentiality, String optOut) {
        return changed(
                flow(BOLTON, to), "confidentialCare", true, "confidentiality", confidentiality, "optOut", optOut);
    }

    private static Flow copied(String method) {
        return with(List.of(BOLTON), null, null, false, null, null, method, null);
    }

    /** Under Part 3 when there is something to say of Schedule 8. */
    private static Flow with(
            List<OrganisationCode> from,
            @Nullable String article9,
            @Nullable String schedule8,
            boolean care,
            @Nullable String confidentiality,
            @Nullable String optOut,
            String method,
            @Nullable String copyReason) {
        boolean lawEnforcement = schedule8 != null;
        return changed(
                flow(from, from.contains(BOLTON) ? List.of(BURY) : List.of(BOLTON)),
                "method",
                method,
                "article9",
                article9,
                "lawEnforcement",
                lawEnforcement,
                "underPart3",
                lawEnforcement ? from : List.of(),
                "schedule8",
                schedule8,
                "confidentialCare",
                care,
                "confidentiality",
                confidentiality,
                "optOut",
                optOut,
                "copyReason",
                copyReason);
    }
}
