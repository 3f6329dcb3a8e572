package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.SharingProject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bolton leads, Bury is a partner, Wigan has nothing to do with it. */
class ProjectAccessTests {

    private final SharingProject described = ProjectFixture.between(BOLTON, BURY);
    private final SharingProject sent = ProjectFixture.sentForSignOff(BOLTON, BURY);

    @Test
    void isOpenToTheLeadAndItsOrganisationFromTheStart() {
        assertThat(access(described, ProjectFixture.leadOf(BOLTON)).maySee()).isTrue();
        assertThat(access(described, of(BOLTON)).maySee()).isTrue();
        assertThat(access(described, of(BOLTON)).maySeeDrafts()).isTrue();
    }

    @Test
    void isOpenToPartnersOnceItWasSentToThem() {
        assertThat(access(described, of(BURY)).maySee()).isFalse();
        assertThat(access(sent, of(BURY)).maySee()).isTrue();
        assertThat(access(sent, of(BURY)).maySeeDrafts()).isFalse();
    }

    @Test
    void isClosedToOtherOrganisations() {
        assertThat(access(sent, of(WIGAN)).maySee()).isFalse();
        assertThat(access(sent, ProjectFixture.leadOf(WIGAN)).maySee()).isFalse();
    }

    @Test
    void isOpenToThoseWhoActForAPartnerAndNotToTheirColleagues() {
        var acting = new Person(
                "ig.oldham",
                "",
                "",
                Set.of("ig-oldham", "org-oldham"),
                Map.of("ig-bury", List.of(Capacity.OWN.through(new OrganisationCode("oldham")))));

        assertThat(access(sent, acting).maySee()).isTrue();
        assertThat(access(sent, acting).maySeeReviewOf(BURY)).isTrue();
        assertThat(access(sent, acting).maySeeReviewOf(BOLTON)).isFalse();
        assertThat(access(sent, acting).maySeeDrafts()).isFalse();
        assertThat(access(described, acting).maySee()).isFalse();
        assertThat(access(sent, of(new OrganisationCode("oldham"))).maySee()).isFalse();
        assertThat(access(ProjectFixture.leftBy(sent, BURY, Instant.EPOCH), acting)
                        .mayLookBack())
                .isTrue();
    }

    @Test
    void isOpenToTheBoardAndAdministratorsButNotToProcessOwners() {
        assertThat(access(described, holding("information-board")).maySee()).isTrue();
        assertThat(access(described, holding("camunda-admin")).maySee()).isTrue();
        assertThat(access(sent, holding("process-owners")).maySee()).isFalse();
    }

    @Test
    void letsAPartnerThatLeftLookBackOnWhatHappenedUntilThen() {
        var left = Instant.parse("2026-06-03T09:00:00Z");
        var access = access(ProjectFixture.leftBy(sent, BURY, left), of(BURY));

        assertThat(access.maySee()).isFalse();
        assertThat(access.mayLookBack()).isTrue();
        assertThat(access.knowsOf(left)).isTrue();
        assertThat(access.knowsOf(left.plusSeconds(1))).isFalse();
        assertThat(access.maySeeReviewOf(BURY)).isTrue();
        assertThat(access.maySeeReviewOf(BOLTON)).isFalse();
        assertThat(access.maySeeDrafts()).isFalse();
    }

    @Test
    void letsAPartnerThatCameBackSeeTheProjectAsItIs() {
        var back = ProjectFixture.named(ProjectFixture.leftBy(sent, BURY, Instant.EPOCH), Instant.EPOCH, BURY);

        assertThat(access(back, of(BURY)).maySee()).isTrue();
        assertThat(access(back, of(BURY)).knowsOf(Instant.MAX)).isTrue();
        assertThat(access(back, of(WIGAN)).mayLookBack()).isTrue();
    }

    @Test
    void letsNobodyLookBackWhoWasNoPartner() {
        assertThat(access(sent, of(WIGAN)).mayLookBack()).isFalse();
        assertThat(access(ProjectFixture.leftBy(described, BURY, Instant.EPOCH), of(BURY))
                        .mayLookBack())
                .isFalse();
        assertThat(access(sent, of(BURY)).mayLookBack()).isFalse();
        assertThat(access(sent, of(BURY)).knowsOf(Instant.MAX)).isTrue();
    }

    @Test
    void keepsAReviewToItsPartnerTheLeadOrganisationAndTheBoard() {
        assertThat(access(sent, of(BURY)).maySeeReviewOf(BURY)).isTrue();
        assertThat(access(sent, of(BURY)).maySeeReviewOf(BOLTON)).isFalse();
        assertThat(access(sent, of(BOLTON)).maySeeReviewOf(BURY)).isTrue();
        assertThat(access(sent, holding("information-board")).maySeeReviewOf(BURY))
                .isTrue();
        assertThat(access(sent, holding("camunda-admin")).maySeeReviewOf(BURY)).isFalse();
        assertThat(access(sent, of(BURY)).maySeeReviewOf(null)).isTrue();
    }

    @Test
    void letsOnlyProjectLeadsOfTheLeadOrganisationWithdraw() {
        assertThat(access(sent, ProjectFixture.leadOf(BOLTON)).mayWithdraw()).isTrue();
        assertThat(access(sent, of(BOLTON)).mayWithdraw()).isFalse();
        assertThat(access(sent, ProjectFixture.leadOf(BURY)).mayWithdraw()).isFalse();
        assertThat(access(sent, holding("information-board")).mayWithdraw()).isFalse();
    }

    private static ProjectAccess access(SharingProject project, Person person) {
        return new ProjectAccess(project, person);
    }

    private static Person of(OrganisationCode organisation) {
        return new Person("ig." + organisation, "Officer", "", Set.of("org-" + organisation, "ig-" + organisation));
    }

    private static Person holding(String group) {
        return new Person("somebody", "Somebody", "", Set.of(group));
    }
}
