package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Nobody acts for an organisation without its consent, which it gives, ends and withdraws on a page. */
@PagesApplication
class ConsentPagesIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Person ADMINISTRATOR =
            new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group()));

    @Autowired
    MockMvc web;

    @Autowired
    OrganisationChanges changes;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    BeanFactory beans;

    private ChangedOrganisations organisations;
    private OrganisationCode club;

    @BeforeEach
    void addAClubForWhichBoltonActs() {
        organisations = new ChangedOrganisations(beans);
        club = new OrganisationCode("consenting" + COUNT.incrementAndGet());
        Map<String, List<String>> typed = new HashMap<>();
        Part.TO_ADD.forEach(fact -> typed.put(fact.key(), List.of("")));
        typed.put("code", List.of(club.value()));
        typed.put("name", List.of("Club " + club));
        typed.put("sector", List.of("VCFSE"));
        typed.put("acted-for-by", List.of("bolton"));
        changes.add(typed, ADMINISTRATOR);
    }

    @Test
    void letsNobodyActBeforeAConsentIsRecorded() throws Exception {
        assertThat(people.idsIn("ig-" + club)).isEmpty();
        page().andExpect(content().string(containsString("Nobody may act for the organisation")));

        consent("consent-until", "");

        assertThat(people.idsIn("ig-" + club)).contains("ig.bolton");
        assertThat(people.held(Set.of("ig-" + club, "signatory-" + club, "caldicott-" + club)))
                .containsExactlyInAnyOrder("ig-" + club, "signatory-" + club);
        assertThat(people.idsIn("caldicott-" + club)).as("not covered").isEmpty();
        assertThat(people.find("signatory.bolton").orElseThrow().holds(Role.SIGNATORY, club))
                .isTrue();
        page().andExpect(content().string(containsString("The other organisation may act")))
                .andExpect(content().string(containsString("Ada Chair")))
                .andExpect(content().string(containsString("12 January 2026")));
        assertThat(changes.events(club).get(0).what()).contains("Consent given by: “Ada Chair”");
    }

    @Test
    void endsWithTheLastDayAndWhenItIsWithdrawn() {
        consent("consent-until", "2026-01-31");
        assertThat(people.idsIn("ig-" + club)).as("over").isEmpty();

        consent("consent-until", "");
        assertThat(people.idsIn("ig-" + club)).isNotEmpty();
        organisations.change(
                club.value(),
                "consent",
                "consent-by",
                "",
                "consent-post",
                "",
                "consent-on",
                "",
                "consent-review",
                "",
                "consent-sign",
                "");
        assertThat(people.idsIn("ig-" + club)).as("withdrawn").isEmpty();
        assertThat(changes.events(club).get(0).what()).contains("Consent given by");
    }

    @Test
    void saysToWhomItIsGivenAndUntilWhenOnThePageInTheEventAndInTheNotice() throws Exception {
        consent("consent-until", "2150-01-31");
        var to = "Bolton Council, until 31 January 2150: IG officers and data protection officers, signatories";

        page().andExpect(content().string(containsString(to)));
        assertThat(changes.events(club).get(0).what()).endsWith("The consent is given to " + to + ".");
        assertThat(told("Club " + club + " consents to Bolton Council acting for it"))
                .contains("ig.bolton", "dpo.bolton", "signatory.bolton", "admin.bolton")
                .doesNotContain("caldicott.bolton", "admin.salford", "lead.manchester");
        assertThat(database.queryForList(
                        "select body from notice where subject like ?", String.class, "Club " + club + "%"))
                .allMatch(body -> body.contains(to) && body.contains("Ada Chair, chair, on 12 January 2026"));
        assertThat(people.find("ig.bolton").orElseThrow().lent().get("ig-" + club))
                .singleElement()
                .extracting(Capacity::consent)
                .isEqualTo("Ada Chair, chair, on 12 January 2026, until 31 January 2150");
    }

    @Test
    void endsWithTheOrganisationThatGaveItAndTellsSo() {
        consent("consent-until", "");
        assertThat(people.idsIn("signatory-" + club)).contains("signatory.bolton");

        organisations.change(club.value(), "succession", "succeeded-on", "2026-04-01", "successor", "bury");

        assertThat(people.idsIn("signatory-" + club)).doesNotContain("signatory.bolton");
        assertThat(changes.events(club).get(0).what()).endsWith("Nobody acts for it by consent any more.");
        assertThat(told("The consent of Club " + club + " to Bolton Council has ended"))
                .contains("ig.bolton", "signatory.bolton", "admin.bolton");
    }

    @Test
    void standsInTheWayOfTheEndOfWhoeverActs() {
        var federation = "federation" + COUNT.incrementAndGet();
        new ImportedFiles(beans).organisations("code,name,sector\n%1$s,Federation %1$s,VCFSE".formatted(federation));
        organisations.change(club.value(), "standing", "acted-for-by", federation);
        consent("consent-until", "");

        assertThatThrownBy(() -> organisations.change(
                        federation, "succession", "succeeded-on", "2026-04-01", "successor", "bury"))
                .hasMessageContaining("Club " + club);

        organisations.change(club.value(), "standing", "acted-for-by", "bolton");
        organisations.change(federation, "succession", "succeeded-on", "2026-04-01", "successor", "bury");
        assertThat(people.idsIn("signatory-" + club)).as("no consent to Bolton").isEmpty();
    }

    private List<String> told(String subject) {
        return database.queryForList("select recipient from notice where subject = ?", String.class, subject);
    }

    @Test
    void countsForTheOrganisationToWhichItWasGivenOnly() {
        consent("consent-until", "");
        organisations.change(club.value(), "standing", "acted-for-by", "bury");
        assertThat(people.idsIn("ig-" + club)).isEmpty();

        organisations.change(club.value(), "standing", "acted-for-by", "");
        assertThatThrownBy(() -> consent("consent-until", "")).hasMessageContaining("First say which organisation");
    }

    @Test
    void refusesWhatIsMissingAtItsField() {
        assertThatThrownBy(() -> organisations.change(club.value(), "consent", "consent-until", "2026-01-01"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.complaints())
                        .extracting(Refused.Complaint::field)
                        .containsExactly("consent-by", "consent-post", "consent-on", "consent-review"));
        assertThatThrownBy(() -> consent("consent-until", "2026-01-01")).hasMessageContaining("after the consent");
        assertThatThrownBy(() -> consent("consent-on", "2150-01-01")).hasMessageContaining("today or an earlier day");
    }

    @Test
    void isForItsOwnAdministratorAndNotForWhoeverActsForIt() throws Exception {
        for (var other : List.of("admin.bolton", "ig.bolton", "signatory.bolton", "lead.manchester", "board")) {
            web.perform(get("/organisations/" + club + "/consent").with(user(other)))
                    .andExpect(status().isForbidden());
            web.perform(post("/organisations/" + club + "/consent")
                            .with(user(other))
                            .with(csrf())
                            .param("version", "0"))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/organisations/bolton").with(user("admin.bolton")))
                .andExpect(content().string(not(containsString("Consent to act for it"))));
    }

    private ResultActions page() throws Exception {
        return web.perform(get("/organisations/" + club).with(user("admin"))).andExpect(status().isOk());
    }

    private void consent(String key, String value) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "consent-by", "Ada Chair",
                "consent-post", "chair",
                "consent-on", "2026-01-12",
                "consent-review", "true",
                "consent-sign", "true"));
        typed.put(key, value);
        organisations.change(
                club.value(),
                "consent",
                typed.entrySet().stream()
                        .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
                        .toArray(String[]::new));
    }
}
