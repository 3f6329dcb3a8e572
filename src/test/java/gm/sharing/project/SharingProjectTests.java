package gm.sharing.project;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.arrangements;
import static gm.sharing.project.ProjectFixture.flow;
import static gm.sharing.project.ProjectFixture.leadOf;
import static gm.sharing.project.ProjectFixture.needs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SharingProjectTests {

    private final DescribedProject described = new DescribedProject();
    private final SharingProject project = described.project();

    @Test
    void composesItsVision() {
        assertThat(project.proposal().vision())
                .isEqualTo("For children at risk of harm who move between boroughs, sharing their plans of protection"
                        + " between the councils of Greater Manchester will let social workers act on the day; we will"
                        + " know by the days from move to first visit.");
    }

    @Test
    void composesItsVisionFromPartsThatEndWithAFullStop() {
        Proposal typed = new Proposal(
                "Stops", Urgency.NORMAL, null, "people.", "wait.", "lists. All of them.", "us.", "help.", "days.");

        assertThat(typed.vision())
                .isEqualTo(
                        "For people who wait, sharing lists. All of them between us will help; we will know by days.");
    }

    @Test
    void isUrgentForAReason() {
        assertThatThrownBy(() -> propose(ProjectFixture.urgentProposal("Flood", null)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Say why the project is urgent");
        assertThat(propose(ProjectFixture.urgentProposal("Flood", "The river rises."))
                        .proposal()
                        .urgency())
                .isEqualTo(Urgency.URGENT);
    }

    @Test
    void hasNoAnswersBeforeTheyAreGiven() {
        assertThat(project.needs()).isEmpty();
        assertThat(project.partnerList()).isEmpty();
        assertThat(project.flows()).isEmpty();
        assertThat(project.arrangements()).isEmpty();
    }

    @Test
    void mayShareOnASingleDay() {
        var today = ProjectFixture.today();

        project.agreeArrangements(ProjectFixture.arrangements(today, 1, today), today);

        assertThat(project.arrangements().orElseThrow().endDate()).isEqualTo(today);
    }

    @Test
    void keepsAFirstDayThatPassedSinceItWasWritten() {
        var written = ProjectFixture.today();
        var arrangements = ProjectFixture.arrangements(written, 1, null);
        project.agreeArrangements(arrangements, written);

        project.agreeArrangements(arrangements, written.plusMonths(2));

        assertThatThrownBy(() -> project.agreeArrangements(
                        ProjectFixture.arrangements(written.plusDays(1), 1, null), written.plusMonths(2)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is in the past. Give today or a later day.")
                .hasMessageContaining("is in the past");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PROPOSED", "IN_REVISION"})
    void isChangedOnlyWhileItsLeadDescribesOrRevisesIt(ProjectStatus status) {
        reach(status);

        assertThatThrownBy(() -> project.describeNeeds(needs()))
                .hasMessageStartingWith("The status of SJ-2026-0001 is “")
                .hasMessageContaining("can be changed only while its lead describes or revises it");
        assertThatThrownBy(() -> described.between(BOLTON, BURY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> described.flows(flow(BOLTON, BURY))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> project.agreeArrangements(arrangements(), ProjectFixture.today()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void saysWhyItCannotMoveOn() {
        assertThatThrownBy(() -> project.become(ProjectStatus.PUBLISHED, "published"))
                .hasMessage("The status of SJ-2026-0001 is “The lead is describing it”: it cannot be published.");
    }

    @Test
    void staysWhereItIsWithoutAnEvent() {
        reach(ProjectStatus.PUBLISHED);

        assertThat(project.become(ProjectStatus.PUBLISHED, "published")).isFalse();
    }

    @Test
    void isShownToItsPartnersOnceItWasSent() {
        reach(ProjectStatus.DRAFTED);
        assertThat(project.sentToPartners()).isFalse();

        described.moved(ProjectStatus.IN_SIGN_OFF, ProjectStatus.IN_REVISION);

        assertThat(project.sentToPartners()).isTrue();
    }

    @Test
    void keepsWhyItEnded() {
        project.end(ProjectStatus.WITHDRAWN, "withdrawn", "The service closes.");

        assertThat(project.endReason()).isEqualTo("The service closes.");
        assertThatThrownBy(() -> described.leaveOut(BURY)).hasMessageContaining("“Withdrawn”");
    }

    @Test
    void isLedByItsLeadAndByProjectLeadsOfTheSameOrganisation() {
        assertThat(project.isLedBy(leadOf(BOLTON))).isTrue();
        assertThat(project.isLedBy(person("project-leads", "org-bolton"))).isTrue();
        assertThat(project.isLedBy(person("ig-bolton", "org-bolton"))).isFalse();
        assertThat(project.isLedBy(leadOf(BURY))).isFalse();
    }

    private static Person person(String... groups) {
        return new Person("pat", "Pat", "", Set.of(groups));
    }

    private static SharingProject propose(Proposal proposal) {
        return new SharingProject(
                new ProjectReference("SJ-2026-0002"), proposal, leadOf(BOLTON), BOLTON, Instant.EPOCH);
    }

    private void reach(ProjectStatus status) {
        switch (status) {
            case PROPOSED -> {}
            case DESCRIBED -> described.moved(ProjectStatus.DESCRIBED);
            case IN_DPIA -> described.moved(ProjectStatus.DESCRIBED, ProjectStatus.IN_DPIA);
            case DRAFTED -> described.moved(ProjectStatus.DESCRIBED, ProjectStatus.DRAFTED);
            case IN_SIGN_OFF, IN_REVISION -> {
                reach(ProjectStatus.DRAFTED);
                described.moved(status);
            }
            case WITH_BOARD, PUBLISHED -> {
                reach(ProjectStatus.IN_SIGN_OFF);
                described.moved(status);
            }
            case WITHDRAWN, STOPPED -> described.moved(status);
        }
    }
}
