package gm.sharing.steps.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.agreement.Agreements;
import gm.sharing.document.Section;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Sector;
import gm.sharing.project.Flow;
import gm.sharing.project.FlowList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.RevisionPlan;
import gm.sharing.project.RevisionScope;
import gm.sharing.project.SignOffRule;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.RoundOpening;
import gm.sharing.signoff.RoundOutcome;
import gm.sharing.signoff.RoundPlan;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffRules;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StandingSignature;
import gm.sharing.signoff.Widenings;
import gm.sharing.workflow.gate.table.PartnersDeadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Round after round with many partners: the right ones are asked again, and the record says why. */
@PagesApplication
@Tag("one-database")
class RoundsIntegrationTests {

    private static final OrganisationCode LEADING = AgreementScenario.MANCHESTER;
    private static final Person LEAD = AgreementScenario.LEAD;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Projects projects;

    @Autowired
    Agreements agreements;

    @Autowired
    Directory directory;

    @Autowired
    RoundPlans plans;

    @Autowired
    RoundOpening opening;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Rounds rounds;

    @Autowired
    SignOffTables tables;

    @Autowired
    RepositoryService engine;

    @Autowired
    SignOffRules rules;

    @Autowired
    Widenings widenings;

    @Autowired
    ObjectMapper json;

    /** Each partner gets its information from the leading organisation in a flow of its own. */
    @ParameterizedTest(name = "{0} partners")
    @ValueSource(ints = {28, 60})
    void asksTheRightPartnersAgainOverThreeRounds(int count) {
        var partners = partners(count);
        var reference = sharedWith(partners);

        var first = send(reference);
        assertThat(first.partners()).containsExactlyInAnyOrderElementsOf(with(LEADING, partners));
        assertThat(first.standing()).isEmpty();
        var unhappy = everyFifth(partners);
        decide(reference, 1, first, unhappy);
        assertThat(rounds.conclude(reference, 1)).isEqualTo(RoundOutcome.CHANGES_REQUESTED);

        revise(reference);
        var touched = Set.of(partners.get(1), partners.get(2));
        projects.describeFlows(reference, flows(partners, touched, "Encrypted, with a key of its own."), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
        var second = send(reference);
        Set<OrganisationCode> expected = new TreeSet<>(unhappy);
        expected.addAll(touched);
        expected.add(LEADING);
        assertThat(new TreeSet<>(second.partners())).isEqualTo(expected);
        assertThat(because(second, unhappy.iterator().next())).isEqualTo("It asked for changes to version 1.0.");
        assertThat(because(second, partners.get(1)))
                .startsWith("Since version 1.0, which it signed, this changed and concerns it: Flow from")
                .doesNotContain(directory.nameOf(partners.get(2)));
        assertThat(second.standing())
                .hasSize(count + 1 - expected.size())
                .extracting(StandingSignature::because)
                .allMatch(why -> why.startsWith("Nothing that concerns it has changed since version 1.0"));
        decide(reference, 2, second, Set.of(partners.get(2)));
        rounds.conclude(reference, 2);

        revise(reference);
        var needs = ProjectFixture.needs();
        projects.describeNeeds(reference, changed(needs, "purpose", "To keep children safe wherever they live."), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
        var third = send(reference);
        assertThat(third.partners()).as("another purpose").containsExactlyInAnyOrderElementsOf(with(LEADING, partners));
        assertThat(because(third, partners.get(2))).isEqualTo("It asked for changes to version 1.1.");
        assertThat(because(third, partners.get(1))).contains("Since version 1.1, which it signed");
        assertThat(because(third, partners.get(3))).contains("Since version 1.0, which it signed");
        decide(reference, 3, third, Set.of());
        assertThat(rounds.conclude(reference, 3)).isEqualTo(RoundOutcome.ALL_SIGNED);
    }

    @Test
    void asksNobodyAgainAboutAContactButWhomTheLeadAsksAsWell() {
        var partners = partners(4);
        var reference = sharedWith(partners);
        decide(reference, 1, send(reference), Set.of(partners.get(0)));
        rounds.conclude(reference, 1);
        revise(reference);
        projects.agreeArrangements(
                reference, changed(ProjectFixture.arrangements(), "contact", "rights@example.org"), LEAD);
        projects.drafted(reference);
        var version = agreements.draft(reference).number();
        var plan = plans.of(reference);
        assertThat(plan.partners()).containsExactly(partners.get(0));

        assertThatThrownBy(
                        () -> widenings.widen(reference, version, List.of(partners.get(0)), "They asked.", plan, LEAD))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Only partners whose");
        assertThatThrownBy(() -> widenings.widen(reference, version, List.of(partners.get(1)), " ", plan, LEAD))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Give the reason");
        widenings.widen(reference, version, List.of(partners.get(1)), "Its signatory has changed.", plan, LEAD);

        var widened = plans.of(reference);
        assertThat(widened.partners()).containsExactly(partners.get(0), partners.get(1));
        assertThat(because(widened, partners.get(1)))
                .isEqualTo("Its signature on version 1.0 would stand, but the project lead also asks it:"
                        + " Its signatory has changed.");
        assertThat(widened.standing())
                .extracting(StandingSignature::partner)
                .containsExactly(LEADING, partners.get(2), partners.get(3));
    }

    @Test
    void namesEverySectionOfTheAgreementInTheTableOfMateriality() {
        var reference = sharedWith(partners(2));
        agreements.draft(reference);

        assertThat(agreements.latest(reference).content().sections())
                .extracting(Section::key)
                .allMatch(MaterialityTests.SECTIONS::contains);
    }

    @Test
    void goesOnWithoutThoseWhomTheRuleDoesNotNeed() {
        var partners = partners(5);
        var reference = sharedWith(partners);
        revised(reference, new SignOffRule(SignOffRule.Kind.AT_LEAST, 4, List.of()));
        var plan = send(reference);
        var late = new SignOffId(reference, 1, partners.get(4));

        sign(reference, 1, LEADING);
        sign(reference, 1, partners.get(0));
        sign(reference, 1, partners.get(1));
        assertThat(rules.needs(late)).as("three of four have signed").isTrue();
        assertThatThrownBy(() -> rules.goOnWithout(late)).isInstanceOf(IllegalStateException.class);
        sign(reference, 1, partners.get(2));
        assertThat(rules.needs(late)).isFalse();
        assertThat(rules.needs(new SignOffId(reference, 1, LEADING))).isTrue();
        rules.goOnWithout(late);
        rules.goOnWithout(late);
        decide(reference, 1, partners.get(3), Decision.REFUSE);

        assertThat(rounds.conclude(reference, 1)).isEqualTo(RoundOutcome.GO_ON_WITHOUT);
        assertThat(rounds.leftOut(reference, 1)).containsExactly(partners.get(3), partners.get(4));
        assertThat(signOffs.get(late).state()).isEqualTo(SignOffState.NOT_NEEDED);
        assertThat(rounds.get(reference, 1).rule().kind()).isEqualTo(SignOffRule.Kind.AT_LEAST);
        assertThat(plan.asked()).hasSize(6);
    }

    @Test
    void putsARefusalToTheBoardWhereTheRuleNeedsThePartner() {
        var partners = partners(3);
        var reference = sharedWith(partners);
        revised(reference, new SignOffRule(SignOffRule.Kind.ALL_BUT, null, List.of(partners.get(0))));
        send(reference);
        sign(reference, 1, LEADING);
        decide(reference, 1, partners.get(0), Decision.REFUSE);
        decide(reference, 1, partners.get(1), Decision.REFUSE);
        sign(reference, 1, partners.get(2));

        assertThat(rounds.conclude(reference, 1)).isEqualTo(RoundOutcome.REFUSED);
    }

    @Test
    void needsAPartnerWithoutWhomTheProjectCannotGoOn() {
        var reference = sharedWith(partners(1));
        var other = partners(1).get(0);

        assertThatThrownBy(() -> revised(reference, new SignOffRule(SignOffRule.Kind.ALL_BUT, null, List.of(other))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least two organisations that have to sign");
    }

    /** What the model's timers go by for a partner is what the record, its page and the Board go by. */
    @Test
    void givesAPartnerTheTimeThatTheTableGivesIt() {
        var partners = partners(2);
        var reference = sharedWith(partners);
        var patient = "\"%s\"".formatted(partners.get(0).value());
        var deployment = engine.createDeployment()
                .name("A partner of its own")
                .addString("review-deadlines.dmn", PartnersDeadline.table(patient, "not(%s)".formatted(patient)))
                .deploy();
        try {
            var project = projects.get(reference);
            assertThat(tables.days(project, partners.get(0))).isEqualTo(18);
            assertThat(tables.days(project, partners.get(1))).isEqualTo(15);
        } finally {
            engine.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void keepsTheDayOfEachPartner() {
        var partners = partners(2);
        var reference = sharedWith(partners);
        var usual = Instant.parse("2027-06-01T16:00:00Z");
        var later = Instant.parse("2027-06-04T16:00:00Z");
        projects.drafted(reference);
        var version = agreements.draft(reference);

        opening.open(
                reference,
                version.number(),
                version.digest(),
                partner -> partner.equals(partners.get(0)) ? later : usual,
                plans.of(reference));

        assertThat(signOffs.of(reference))
                .extracting(SignOff::partner, signOff -> signOff.clock().due())
                .contains(tuple(partners.get(0), later), tuple(partners.get(1), usual));
    }

    private RoundPlan send(ProjectReference reference) {
        projects.drafted(reference);
        var version = agreements.draft(reference);
        var plan = plans.of(reference);
        var due = Instant.now().plus(Duration.ofDays(21));
        opening.open(reference, version.number(), version.digest(), partner -> due, plan);
        projects.sentForSignOff(reference);
        return plan;
    }

    private void revise(ProjectReference reference) {
        projects.sentBackToLead(reference);
        projects.revise(reference, new RevisionPlan(RevisionScope.SHARING, "We changed it."), LEAD);
    }

    private void revised(ProjectReference reference, SignOffRule rule) {
        projects.drafted(reference);
        revise(reference);
        projects.agreeArrangements(reference, changed(ProjectFixture.arrangements(), "signOffRule", rule), LEAD);
    }

    /** Everybody who is asked signs, apart from those who ask for changes. */
    private void decide(ProjectReference reference, int round, RoundPlan plan, Set<OrganisationCode> unhappy) {
        plan.partners()
                .forEach(partner -> decide(
                        reference,
                        round,
                        partner,
                        unhappy.contains(partner) ? Decision.REQUEST_CHANGES : Decision.SIGN));
    }

    private void sign(ProjectReference reference, int round, OrganisationCode partner) {
        decide(reference, round, partner, Decision.SIGN);
    }

    private void decide(ProjectReference reference, int round, OrganisationCode partner, Decision decision) {
        assertThat(rounds.of(reference)).hasSize(round);
        scenario.sign(reference, partner, decision);
    }

    private static String because(RoundPlan plan, OrganisationCode partner) {
        return plan.asked().stream()
                .filter(asked -> asked.partner().equals(partner))
                .findFirst()
                .orElseThrow()
                .because();
    }

    private ProjectReference sharedWith(List<OrganisationCode> partners) {
        var reference = scenario.proposed("Plans that move");
        scenario.describe(
                reference,
                ProjectFixture.needs(),
                ProjectFixture.partners(LEADING, partners.toArray(OrganisationCode[]::new)),
                flows(partners, Set.of(), ""));
        return reference;
    }

    private FlowList flows(List<OrganisationCode> partners, Set<OrganisationCode> secured, String security) {
        return ProjectFixture.flows(partners.stream()
                .map(partner -> secured.contains(partner)
                        ? changed(ProjectFixture.flow(LEADING, partner), "security", security)
                        : ProjectFixture.flow(LEADING, partner))
                .toArray(Flow[]::new));
    }

    private List<OrganisationCode> partners(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> {
                    var code = new OrganisationCode("round%02d".formatted(number));
                    if (directory.find(code).isEmpty()) {
                        directory.add(
                                Organisation.legalEntity(code, "Asked partner %02d".formatted(number), Sector.COUNCIL));
                    }
                    return code;
                })
                .toList();
    }

    private static Set<OrganisationCode> everyFifth(List<OrganisationCode> partners) {
        Set<OrganisationCode> some = new TreeSet<>();
        for (int i = 4; i < partners.size(); i += 5) {
            some.add(partners.get(i));
        }
        return some;
    }

    /** The answers with another answer to one question. */
    private <A extends Record> A changed(A answers, String question, Object answer) {
        Map<String, Object> all = json.convertValue(answers, new TypeReference<>() {});
        all.put(question, answer);
        return json.convertValue(all, json.constructType(answers.getClass()));
    }

    private static List<OrganisationCode> with(OrganisationCode first, List<OrganisationCode> others) {
        List<OrganisationCode> all = new ArrayList<>(others);
        all.add(first);
        return all;
    }
}
