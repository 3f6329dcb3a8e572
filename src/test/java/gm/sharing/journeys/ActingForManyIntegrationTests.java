package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.RoundTrips;
import gm.sharing.directory.ImportedFiles;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Sixty practices sign one agreement; a federation acts for 56 of them, by their consent, and four act for themselves. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class ActingForManyIntegrationTests extends ActingForOthers {

    private static final int PRACTICES = 60;
    private static final int ACTED_FOR = 56;
    private static final OrganisationCode FEDERATION = new OrganisationCode("gpfederation");

    @Autowired
    OrganisationAccounts accounts;

    private final Map<String, Integer> actions = new TreeMap<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void signOneAgreementWithOneAnswerForAllThatOnePersonActsFor() {
        var begun = Instant.now();
        importSixtyPractices();
        said("import of 61 organisations and 10 people", begun);
        var practices = IntStream.range(0, PRACTICES)
                .mapToObj(ActingForManyIntegrationTests::practice)
                .toList();
        var partners = new ArrayList<>(List.of(MANCHESTER));
        partners.addAll(practices);
        begun = Instant.now();
        var project = sentOut(partners);
        said("sent out to 61 partners", begun);
        begun = Instant.now();

        forAll(project, REVIEW, officer(FEDERATION, Role.IG_OFFICER), review("sign"));
        forAll(project, SIGN, officer(FEDERATION, Role.SIGNATORY), signature("sign"));
        practices.subList(ACTED_FOR, PRACTICES).forEach(practice -> {
            alone(project, practice, REVIEW, officer(practice, Role.IG_OFFICER), review("sign"));
            alone(project, practice, SIGN, officer(practice, Role.SIGNATORY), signature("sign"));
        });
        alone(project, MANCHESTER, REVIEW, "ig.manchester", review("sign"));
        alone(project, MANCHESTER, SIGN, "signatory.manchester", signature("sign"));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> agreements.find(project).isPresent());
        said("from the first review to the publication", begun);

        said.forEach(System.out::println);
        actions.forEach((person, count) -> System.out.printf("%s: %d actions%n", person, count));
        assertThat(actions.values())
                .as("two steps at most, each opened and handed in")
                .allMatch(count -> count <= 5);
        assertThat(signOffs.of(project)).hasSize(61).allMatch(SignOff::isSigned);
        assertThat(signOffs.of(project).stream().filter(this::byConsent)).hasSize(ACTED_FOR);
        assertThat(database.queryForList(
                        "select what from event where reference = ? and type = 'signoff.signature-decided' and what like"
                                + " '%(consent: Partner of practice7, partner, on 12 January 2026)%'",
                        String.class, project.value()))
                .hasSize(1);
    }

    private boolean byConsent(SignOff signOff) {
        var consent = signOff.said()
                .at(Step.SIGNATURE)
                .orElseThrow()
                .speaker()
                .actedAs()
                .consent();
        return consent != null && consent.contains("Partner of " + signOff.partner());
    }

    private static OrganisationCode practice(int number) {
        return new OrganisationCode("practice" + number);
    }

    private void importSixtyPractices() {
        var files = new ImportedFiles(beans);
        files.organisations("code,name,sector,email,acted-for-by,consent-by,consent-post,consent-on,consent-review,"
                + "consent-agree,consent-sign\ngpfederation,GP Federation,GP_PRACTICE,ig@federation.example,,,,,,,\n"
                + IntStream.range(0, PRACTICES)
                        .mapToObj(number ->
                                "practice%1$d,Practice %1$d,GP_PRACTICE,office@practice%1$d.example,".formatted(number)
                                        + (number < ACTED_FOR
                                                ? "gpfederation,Partner of practice%d,partner,2026-01-12,yes,yes,yes"
                                                        .formatted(number)
                                                : ",,,,,,"))
                        .collect(Collectors.joining("\n")));
        files.people("name,email,organisation,roles\n"
                + IntStream.range(ACTED_FOR, PRACTICES)
                        .mapToObj(number -> "practice" + number)
                        .collect(Collectors.collectingAndThen(Collectors.toList(), codes -> {
                            codes.add(FEDERATION.value());
                            return codes;
                        }))
                        .stream()
                        .map(code ->
                                "Officer of %1$s,ig.%1$s@gp.example,%1$s,ig\nSignatory of %1$s,signatory.%1$s@gp.example,%1$s,signatory"
                                        .formatted(code))
                        .collect(Collectors.joining("\n")));
    }

    private String officer(OrganisationCode organisation, Role role) {
        return accounts.of(organisation).stream()
                .filter(account -> account.holds(role, organisation))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Opens one of the tasks, leaves all others ticked, and hands in. */
    private void forAll(ProjectReference project, String step, String person, Map<String, Object> answers) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> mine(project, step, person).size() == ACTED_FOR);
        var first = mine(project, step, person).get(0);
        var others = new ArrayList<String>();
        var opening = RoundTrips.of(() -> others.addAll(offered(first, person)));
        actions.merge(person, 1, Integer::sum);
        assertThat(others).hasSize(ACTED_FOR - 1);
        var begun = Instant.now();
        var handingIn = RoundTrips.of(() -> assertThat(handIn(first, person, with(answers, "alsoFor", others)))
                .isEqualTo(""));
        actions.merge(person, 1, Integer::sum);
        said(step + " for 56 (open: %d, hand in: %d round trips)".formatted(opening.size(), handingIn.size()), begun);
        assertThat(opening.size()).as("to open").isLessThan(60);
        assertThat(handingIn.size()).as("to hand in").isLessThan(100 + 30 * ACTED_FOR);
        assertThat(mine(project, step, person)).isEmpty();
    }

    private void alone(
            ProjectReference project,
            OrganisationCode partner,
            String step,
            String person,
            Map<String, Object> answers) {
        await().atMost(Duration.ofMinutes(2)).until(() -> task(project, partner, step) != null);
        assertThat(handIn(task(project, partner, step), person, answers)).isEqualTo("");
        actions.merge(person, 2, Integer::sum);
        if (step.equals(SIGN)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> state(project, partner) == SignOffState.SIGNED);
        }
    }

    private void said(String what, Instant since) {
        said.add("%s: %d ms"
                .formatted(what, Duration.between(since, Instant.now()).toMillis()));
    }
}
