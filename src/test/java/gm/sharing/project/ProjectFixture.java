package gm.sharing.project;

import static gm.sharing.Changed.changed;

import gm.sharing.code.ShippedCodes;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Sector;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** Projects as tests need them: two councils share about children at risk. Each test changes what matters to it. */
public final class ProjectFixture {

    public static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    public static final OrganisationCode BURY = new OrganisationCode("bury");
    public static final OrganisationCode WIGAN = new OrganisationCode("wigan");

    private ProjectFixture() {}

    public static Person leadOf(OrganisationCode organisation) {
        return new Person(
                "lead." + organisation, "Lee Lead", "lead@example.org", Set.of("project-leads", "org-" + organisation));
    }

    public static Proposal proposal(String title) {
        return new Proposal(
                title,
                Urgency.NORMAL,
                null,
                "children at risk of harm",
                "move between boroughs",
                "their plans of protection",
                "the councils of Greater Manchester",
                "let social workers act on the day",
                "the days from move to first visit");
    }

    public static Proposal urgentProposal(String title, String reason) {
        Proposal normal = proposal(title);
        return changed(normal, "title", title, "urgency", Urgency.URGENT, "urgencyReason", reason);
    }

    public static Needs needs() {
        return new Needs(
                null,
                "To keep children safe when a family moves.",
                "Plans are lost when they are sent by post.",
                "Children are seen sooner.",
                "Children with a plan of protection, and their parents.",
                List.of("children"),
                "About 400 children a year",
                "under-1000",
                false,
                List.of(new DataItem("Name and date of birth", "personal")));
    }

    public static PartnerList partners(OrganisationCode provider, OrganisationCode... recipients) {
        return new PartnerList(
                List.of(provider), List.of(recipients), List.of(), false, null, "By a new version of the agreement.");
    }

    public static Flow flow(OrganisationCode from, OrganisationCode... to) {
        return flow(List.of(from), List.of(to));
    }

    public static Flow flow(List<OrganisationCode> from, List<OrganisationCode> to) {
        return new Flow(
                from,
                to,
                "The plan of protection",
                null,
                "email",
                "as-needed",
                "Encrypted on the way and where it is kept.",
                "6(1)(e)",
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                List.of("ca2004-11"),
                null,
                null,
                false,
                null,
                "The plan is used where the child lives now.");
    }

    public static FlowList flows(Flow... flows) {
        return new FlowList(List.of(flows), List.of());
    }

    /** They begin on the first day of a month, three months from the engine's today. */
    public static Arrangements arrangements() {
        return arrangements(firstDay(), 1, null);
    }

    public static Arrangements arrangements(LocalDate first, int reviewYears, @Nullable LocalDate last) {
        return new Arrangements("P25Y", "sharing@example.org", first, reviewYears, last, SignOffRule.ALL);
    }

    /** What was answered about the arrangements beside what rules read, by the keys of the form. */
    public static Map<String, String> arranged() {
        return Map.ofEntries(
                Map.entry("retention", "Until the child is 25."),
                Map.entry("deletion", "Erased from both systems within a month."),
                Map.entry("minimisation", "Only the plan, not the case file."),
                Map.entry("accuracy", "Checked at every review."),
                Map.entry("securityMeasures", "ISO 27001 in both councils."),
                Map.entry("staffAccess", "Social workers of the receiving team."),
                Map.entry("onwardUse", "None without asking."),
                Map.entry("breaches", "Told to the other council within a day."),
                Map.entry("informing", "In the privacy notice of each council."),
                Map.entry("rights", "By either council, within a month."));
    }

    public static LocalDate firstDay() {
        return today().withDayOfMonth(1).plusMonths(3);
    }

    /** By the engine's clock. */
    public static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/London"));
    }

    /** A project that is described in full. */
    public static SharingProject described(
            String title,
            OrganisationCode leader,
            Function<OrganisationCode, Organisation> directory,
            Needs needs,
            PartnerList partners,
            FlowList flows,
            Arrangements arrangements) {
        var project = new SharingProject(
                new ProjectReference("SJ-2026-0001"), proposal(title), leadOf(leader), leader, Instant.EPOCH);
        project.describeNeeds(needs);
        project.namePartners(partners, new PartnerRules(directory, one -> Optional.empty()));
        project.describeFlows(flows, new FlowRules(directory, new Law(ShippedCodes.all())), today());
        project.agreeArrangements(arrangements, today());
        return project;
    }

    /** A project of which nothing but its proposal is known; Bolton leads. */
    public static SharingProject justProposed() {
        return new SharingProject(
                new ProjectReference("SJ-2026-0001"),
                proposal("Children who move"),
                leadOf(BOLTON),
                BOLTON,
                Instant.EPOCH);
    }

    /** A project that is described in full: the first council provides and leads, the other receives. */
    public static SharingProject between(OrganisationCode leader, OrganisationCode other) {
        return described(
                "Children who move",
                leader,
                code -> Organisation.legalEntity(code, code.value(), Sector.COUNCIL),
                needs(),
                partners(leader, other),
                flows(flow(leader, other)),
                arrangements());
    }

    /** The same, once its partners were asked to sign. */
    public static SharingProject sentForSignOff(OrganisationCode leader, OrganisationCode other) {
        var project = between(leader, other);
        project.become(ProjectStatus.DESCRIBED, "described");
        project.become(ProjectStatus.DRAFTED, "drafted");
        project.become(ProjectStatus.IN_SIGN_OFF, "sent for sign-off");
        return project;
    }

    /** The same project once the organisation is no partner any more. */
    public static SharingProject leftBy(SharingProject project, OrganisationCode organisation, Instant then) {
        if (project.status() == ProjectStatus.IN_SIGN_OFF) {
            project.become(ProjectStatus.IN_REVISION, "revised");
        }
        return named(project, then, organisation.equals(WIGAN) ? BURY : WIGAN);
    }

    /** The same project once the organisation is its only partner beside the leader. */
    public static SharingProject named(SharingProject project, Instant then, OrganisationCode organisation) {
        var before = project.partners();
        project.namePartners(
                partners(project.leadOrganisation(), organisation),
                new PartnerRules(
                        code -> Organisation.legalEntity(code, code.value(), Sector.COUNCIL), one -> Optional.empty()));
        project.rememberThoseWhoLeft(before, then);
        return project;
    }
}
