package gm.sharing.project;

import static gm.sharing.project.DescribedProject.AUTHORITY;
import static gm.sharing.project.DescribedProject.FIRE;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnersTests {

    private final DescribedProject described = new DescribedProject();

    @Test
    void takesPartAndRoleFromTheLists() {
        described.name(list(List.of(BOLTON, BURY), List.of(BURY), List.of(WIGAN), true));

        assertThat(described.project().partners())
                .containsExactly(
                        new Partner(BOLTON, Part.PROVIDES, PartyRole.JOINT_CONTROLLER),
                        new Partner(BURY, Part.BOTH, PartyRole.JOINT_CONTROLLER),
                        new Partner(WIGAN, Part.RECEIVES, PartyRole.PROCESSOR));
    }

    @Test
    void givesTheListsBackForNamingAgain() {
        PartnerList list = list(List.of(BOLTON, BURY), List.of(BURY, WIGAN), List.of(WIGAN), true);

        described.name(list);

        assertThat(described.project().partnerList()).contains(list);
    }

    @Test
    void rejectsAPartnerThatIsNotALegalEntityAndNamesItsMembers() {
        assertThatThrownBy(() -> described.between(BOLTON, FIRE))
                .isInstanceOf(Refused.class)
                .hasMessage("Greater Manchester Fire and Rescue Service is a partnership and cannot sign an agreement."
                        + " Choose its members instead: Greater Manchester Combined Authority.");
        described.between(BOLTON, AUTHORITY);
    }

    @Test
    void leavesOutALeadThatBringsOthersTogetherAndHandlesNothing() {
        described.between(BURY, WIGAN).flows(flow(BURY, WIGAN));

        assertThat(described.partners()).containsExactly(BURY, WIGAN);
        assertThat(described.project().leadOrganisation()).isEqualTo(BOLTON);
    }

    @Test
    void letsALeadFindOutThatItHandlesNothingAfterAll() {
        described.between(BOLTON, BURY, WIGAN).flows(List.of(BOLTON), flow(BURY, WIGAN));

        assertThat(described.partners()).containsExactly(BURY, WIGAN);
    }

    @Test
    void rejectsAnOrganisationThatSharesAlone() {
        assertThatThrownBy(() -> described.between(BOLTON)).hasMessageContaining("at least two organisations");
    }

    @Test
    void rejectsPartnersThatAreAllProcessors() {
        assertThatThrownBy(() -> described.name(list(List.of(BOLTON), List.of(BURY), List.of(BOLTON, BURY), false)))
                .hasMessageContaining("At least one must be a controller");
    }

    @Test
    void rejectsAJointControllerWithoutAnother() {
        assertThatThrownBy(() -> described.name(list(List.of(BOLTON), List.of(BURY), List.of(BURY), true)))
                .hasMessageContaining("Joint controllers are at least two organisations");
    }

    @Test
    void goesOnWithoutAPartner() {
        described
                .between(BOLTON, BURY, WIGAN)
                .flows(flow(BOLTON, BURY, WIGAN), flow(BURY, BOLTON), flow(WIGAN, BOLTON));

        assertThat(described.leaveOut(WIGAN)).isTrue();

        assertThat(described.partners()).containsExactly(BOLTON, BURY);
        assertThat(described.project().flows()).containsExactly(flow(BOLTON, BURY), flow(BURY, BOLTON));
        assertThat(described.leaveOut(WIGAN)).as("a second time").isFalse();
    }

    @Test
    void decideTogetherOnlyWhereTheyAreNamed() {
        described.name(together(List.of(BOLTON, BURY)));

        assertThat(described.project().partners())
                .extracting(Partner::organisation, Partner::role)
                .containsExactly(
                        tuple(BOLTON, PartyRole.JOINT_CONTROLLER),
                        tuple(WIGAN, PartyRole.CONTROLLER),
                        tuple(BURY, PartyRole.JOINT_CONTROLLER));
        assertThat(described.project().partnerList().orElseThrow().joint()).containsExactly(BOLTON, BURY);
    }

    @Test
    void needAnotherToDecideTogetherWith() {
        assertThatThrownBy(() -> described.name(together(List.of())))
                .hasMessageContaining("Name those that decide together");
        assertThatThrownBy(() -> described.name(together(List.of(BOLTON, BOLTON))))
                .hasMessageContaining("at least two organisations");
        assertThatThrownBy(() -> described.name(together(List.of(BOLTON, AUTHORITY))))
                .hasMessageContaining("cannot be a joint controller");
    }

    private static PartnerList together(List<OrganisationCode> joint) {
        return new PartnerList(
                List.of(BOLTON, WIGAN), List.of(BURY), List.of(), true, joint, null, "By a new version.");
    }

    @Test
    void isNoJointControllerWhenNoOtherIsLeft() {
        described
                .name(list(List.of(BOLTON, WIGAN), List.of(BURY), List.of(BURY), true))
                .flows(flow(BOLTON, BURY), flow(WIGAN, BURY));

        described.leaveOut(WIGAN);

        assertThat(described.project().partner(BOLTON).orElseThrow().role()).isEqualTo(PartyRole.CONTROLLER);
    }

    @Test
    void doesNotGoOnWithoutTheOrganisationThatLeads() {
        described.between(BOLTON, BURY, WIGAN).flows(flow(BOLTON, BURY, WIGAN));

        assertThatThrownBy(() -> described.leaveOut(BOLTON)).hasMessageContaining("cannot go ahead without");
    }

    @Test
    void doesNotGoOnAlone() {
        described.between(BOLTON, BURY).flows(flow(BOLTON, BURY));

        assertThatThrownBy(() -> described.leaveOut(BURY)).hasMessageContaining("at least two organisations");
    }

    @Test
    void doesNotGoOnWhenAnotherPartnerWouldHaveNoPart() {
        described.between(BOLTON, BURY, WIGAN).flows(flow(BOLTON, BURY), flow(BURY, WIGAN));

        assertThatThrownBy(() -> described.leaveOut(BURY))
                .hasMessageContaining("Bolton Council, Wigan Council take no part in any flow");
        assertThat(described.partners()).hasSize(3);
    }

    private static PartnerList list(
            List<OrganisationCode> providers,
            List<OrganisationCode> recipients,
            List<OrganisationCode> processors,
            boolean joint) {
        return new PartnerList(providers, recipients, processors, joint, null, "By a new version.");
    }
}
