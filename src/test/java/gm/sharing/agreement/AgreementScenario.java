package gm.sharing.agreement;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;

import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaNeed;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.NoDpia;
import gm.sharing.dpia.RiskFixture;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.ethics.Ethics;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Arrangements;
import gm.sharing.project.FlowList;
import gm.sharing.project.Needs;
import gm.sharing.project.Owners;
import gm.sharing.project.PartnerList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.question.Answers;
import gm.sharing.question.ProseFixture;
import gm.sharing.question.Step;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Decisions;
import gm.sharing.signoff.DpiaPosition;
import gm.sharing.signoff.Review;
import gm.sharing.signoff.RoundOpening;
import gm.sharing.signoff.RoundPlan;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.StandingSignature;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes projects as far as a test needs them, without the process: Manchester leads, Bury and Wigan take part. */
@TestComponent
public class AgreementScenario {

    public static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");

    /** Has an account in the demonstration, as {@code ig.bury} and the others have. */
    public static final Person LEAD = ProjectFixture.leadOf(MANCHESTER);

    private final Projects projects;
    private final Answers answers;
    private final Dpias dpias;
    private final Ethics ethics;
    private final Measures measures;
    private final Agreements agreements;
    private final RoundOpening opening;
    private final Rounds rounds;
    private final Decisions decisions;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final DpiaNeed need;

    AgreementScenario(
            Projects projects,
            Answers answers,
            Dpias dpias,
            Ethics ethics,
            Measures measures,
            Agreements agreements,
            RoundOpening opening,
            Rounds rounds,
            Decisions decisions,
            JdbcTemplate jdbc,
            Clock clock,
            DpiaNeed need) {
        this.need = need;
        this.projects = projects;
        this.answers = answers;
        this.dpias = dpias;
        this.ethics = ethics;
        this.measures = measures;
        this.agreements = agreements;
        this.opening = opening;
        this.rounds = rounds;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public ProjectReference proposed(String title) {
        return projects.propose(ProjectFixture.proposal(title), LEAD);
    }

    /** Described in full; its data protection officer confirmed that it needs no DPIA. */
    public ProjectReference described(String title) {
        return described(title, ProjectFixture.arrangements());
    }

    private ProjectReference described(String title, Arrangements arrangements) {
        var reference = proposed(title);
        describe(
                reference,
                ProjectFixture.needs(),
                ProjectFixture.partners(MANCHESTER, BURY, WIGAN),
                ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, BURY, WIGAN)),
                arrangements);
        return reference;
    }

    public void describe(ProjectReference reference, Needs needs, PartnerList partners, FlowList flows) {
        describe(reference, needs, partners, flows, ProjectFixture.arrangements());
    }

    private void describe(
            ProjectReference reference, Needs needs, PartnerList partners, FlowList flows, Arrangements arrangements) {
        projects.describeNeeds(reference, needs, LEAD);
        projects.namePartners(reference, partners, LEAD);
        projects.describeFlows(reference, flows, LEAD);
        projects.agreeArrangements(reference, arrangements, LEAD);
        answers.keep(reference, Step.START, ProseFixture.given("agree-arrangements", ProjectFixture.arranged()), LEAD);
        dpias.screen(reference, DpiaFixture.screening(), LEAD);
        dpias.meets(reference, List.of());
        dpias.recordScreening(reference, ScreeningOutcome.DPO_CONFIRMS, "No criterion is met.");
        need.advise(
                reference,
                new NoDpia(false, "Names and dates only, sent between two officers."),
                SignOffFixture.person("dpo", MANCHESTER));
    }

    public ProjectReference drafted(String title) {
        var reference = described(title);
        agreements.draft(reference);
        projects.drafted(reference);
        return reference;
    }

    public ProjectReference sentForSignOff(String title) {
        var reference = drafted(title);
        open(reference);
        return reference;
    }

    /** The same with an approved assessment, so that Bury and Wigan are asked for their position on it. */
    public ProjectReference sentWithDpia(String title) {
        var reference = described(title);
        AssessedProjects.approve(dpias, reference);
        agreements.draft(reference);
        projects.drafted(reference);
        open(reference);
        return reference;
    }

    /** The same with three measures that are followed up: the lead's, Bury's that is overdue, and one that is in place. */
    public ProjectReference sentWithMeasures(String title) {
        var reference = described(title);
        var today = LocalDate.now(clock);
        AssessedProjects.approve(
                dpias,
                reference,
                List.of(
                        RiskFixture.promised(0, "A person checks every match.", Owners.LEAD, today.plusMonths(2)),
                        RiskFixture.promised(0, "Access by named staff only.", "ig-bury", today),
                        RiskFixture.promised(0, "Privacy notices name the sharing.", Owners.LEAD, null)));
        measures.promise(reference);
        // A risk is not written with a date that has passed, so the days pass here.
        jdbc.update(
                "update measure set due = ? where project = ? and owner = 'ig-bury'",
                Date.valueOf(today.minusDays(3)),
                reference.value());
        agreements.draft(reference);
        projects.drafted(reference);
        open(reference);
        return reference;
    }

    /** Signed by everybody, by Bury on a condition. */
    public ProjectReference signed(String title) {
        return sign(sentForSignOff(title));
    }

    /** The same of a sharing that ends on that day. */
    public ProjectReference signed(String title, LocalDate last) {
        var reference = described(title, ProjectFixture.arrangements(ProjectFixture.firstDay(), 1, last));
        agreements.draft(reference);
        projects.drafted(reference);
        open(reference);
        return sign(reference);
    }

    private ProjectReference sign(ProjectReference reference) {
        sign(reference, MANCHESTER, Decision.SIGN);
        sign(reference, BURY, Decision.SIGN_WITH_CONDITIONS);
        sign(reference, WIGAN, Decision.SIGN);
        return reference;
    }

    public ProjectReference published(String title) {
        var reference = signed(title);
        agreements.publish(reference);
        projects.published(reference);
        return reference;
    }

    /** The same with an approved assessment and this tool on record. */
    public ProjectReference publishedWith(AlgorithmRecord tool, String title) {
        var reference = described(title);
        ethics.recordAlgorithm(reference, tool, LEAD);
        answers.keep(reference, Step.START, ProseFixture.given("atrs-record", "A caseworker reads it."), LEAD);
        AssessedProjects.approve(dpias, reference);
        agreements.draft(reference);
        projects.drafted(reference);
        open(reference);
        sign(reference, MANCHESTER, Decision.SIGN);
        sign(reference, BURY, Decision.SIGN, DpiaPosition.ADOPT);
        sign(reference, WIGAN, Decision.SIGN, DpiaPosition.ADOPT);
        agreements.publish(reference);
        projects.published(reference);
        return reference;
    }

    /** Puts the newest version to all partners. */
    void open(ProjectReference reference) {
        openFor(reference, MANCHESTER, BURY, WIGAN);
    }

    /** Puts the newest version to these partners. */
    public void openFor(ProjectReference reference, OrganisationCode... partners) {
        open(reference, SignOffFixture.asking(partners));
    }

    /** The same while a signature on an earlier version stands. */
    void openFor(ProjectReference reference, StandingSignature standing, OrganisationCode... partners) {
        open(reference, new RoundPlan(SignOffFixture.asking(partners).asked(), List.of(standing)));
    }

    private void open(ProjectReference reference, RoundPlan plan) {
        var version = agreements.latest(reference);
        var due = clock.instant().plus(Duration.ofDays(21));
        opening.open(reference, version.number(), version.digest(), partner -> due, plan);
        projects.sentForSignOff(reference);
    }

    public void sign(ProjectReference reference, OrganisationCode partner, Decision decision) {
        sign(reference, partner, decision, SignOffFixture.review(decision));
    }

    /** Signs with a position on the assessment. */
    public void sign(ProjectReference reference, OrganisationCode partner, Decision decision, DpiaPosition position) {
        sign(reference, partner, decision, SignOffFixture.review(decision, position));
    }

    /** The officer advises; the signatory has not decided. */
    public void advise(ProjectReference reference, OrganisationCode partner, Decision decision) {
        review(reference, partner, SignOffFixture.review(decision));
    }

    private SignOffId review(ProjectReference reference, OrganisationCode partner, Review review) {
        var id = new SignOffId(reference, rounds.of(reference).size(), partner);
        decisions.review(id, review, SignOffFixture.person("ig", partner), Role.IG_OFFICER);
        return id;
    }

    private void sign(ProjectReference reference, OrganisationCode partner, Decision decision, Review review) {
        var id = review(reference, partner, review);
        if (decision.isSignature()) {
            decisions.sign(id, SignOffFixture.signature(decision), SignOffFixture.person("signatory", partner));
        }
    }
}
