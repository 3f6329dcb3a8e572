package gm.sharing.agreement;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;

import gm.sharing.code.ShippedCodes;
import gm.sharing.document.Fact;
import gm.sharing.dpia.DpiaOutcome;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Contacts;
import gm.sharing.organisation.Officers;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import gm.sharing.project.Arrangements;
import gm.sharing.project.FlowList;
import gm.sharing.project.Law;
import gm.sharing.project.Needs;
import gm.sharing.project.PartnerList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.question.FurtherAnswers;
import gm.sharing.question.ProseFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drafts as tests need them: Bolton leads, Bury and Wigan take part. Each test changes what matters to it. */
final class DraftFixture {

    static final Map<OrganisationCode, Organisation> COUNCILS = Map.of(
            BOLTON, reachedAt(council(BOLTON, "Bolton Council"), "ig@bolton.example"),
            BURY, advisedBy(council(BURY, "Bury Council"), "Dee Officer", "dpo@bury.example"),
            WIGAN, consenting(council(WIGAN, "Wigan Council").actedForBy(BOLTON)));

    private String title = "Children who move";
    private Needs needs = ProjectFixture.needs();
    private PartnerList partners = ProjectFixture.partners(BOLTON, BURY, WIGAN);
    private FlowList flows =
            ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY), ProjectFixture.flow(BOLTON, WIGAN));
    private Arrangements arrangements = ProjectFixture.arrangements();
    private @Nullable AlgorithmRecord algorithm;

    static DraftFixture draft() {
        return new DraftFixture();
    }

    private static Organisation reachedAt(Organisation organisation, String email) {
        organisation.reach(new Contacts(email, null, null, null, null));
        return organisation;
    }

    private static Organisation consenting(Organisation organisation) {
        LocalDate day = LocalDate.of(2026, 1, 12);
        organisation
                .particulars()
                .consent(new Consent(BOLTON, "Ada Chair", "chair", day, null, null, "review sign"), day);
        return organisation;
    }

    private static Organisation advisedBy(Organisation organisation, String officer, String email) {
        organisation.appoint(new Officers(officer, email, null, null, null, null, false, null, null));
        return organisation;
    }

    private static Organisation council(OrganisationCode code, String name) {
        return Organisation.legalEntity(code, name, Sector.COUNCIL);
    }

    DraftFixture titled(String changed) {
        title = changed;
        return this;
    }

    DraftFixture withPurpose(String purpose) {
        return with(changed(needs, "purpose", purpose));
    }

    DraftFixture with(Needs changed) {
        needs = changed;
        return this;
    }

    DraftFixture with(PartnerList changed) {
        partners = changed;
        return this;
    }

    DraftFixture with(FlowList changed) {
        flows = changed;
        return this;
    }

    DraftFixture using(AlgorithmRecord tool) {
        algorithm = tool;
        return this;
    }

    AgreementContent content(String version) {
        return written().content(version);
    }

    Draft written() {
        var project = ProjectFixture.described(title, BOLTON, COUNCILS::get, needs, partners, flows, arrangements);
        var dpia = new DpiaOutcome(
                DpiaStatus.APPROVED,
                "The DPIA was approved.",
                "0 high, 1 medium, 2 low",
                List.of(
                        new Fact(
                                "dpo-view-bury",
                                "The view of the data protection officer of Bury Council",
                                "The processing can go ahead (1 June 2026).\n\nNothing to add."),
                        new Fact("risks-that-remain", "Risks that remain", "- Loss of a plan. Remaining risk: low")),
                List.of(new Fact("bury", "Bury Council", "The processing can go ahead (1 June 2026).")));
        return new Draft(
                project,
                needs,
                arrangements,
                dpia,
                algorithm,
                COUNCILS,
                new Law(ShippedCodes.all()),
                new FurtherAnswers(Stream.concat(
                                ProseFixture.read("agree-arrangements", ProjectFixture.arranged()).answers().stream(),
                                algorithm == null
                                        ? Stream.of()
                                        : ProseFixture.read(
                                                "atrs-record",
                                                Map.of(
                                                        "how",
                                                        "A caseworker reads it.",
                                                        "why",
                                                        "To see who needs help."))
                                                .answers()
                                                .stream())
                        .toList()),
                LocalDate.of(2026, 7, 1));
    }
}
