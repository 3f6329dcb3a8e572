package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.RoundTrips;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the directory: who may see and change what, and what becomes of a change. */
@PagesApplication
@Tag("one-database")
class OrganisationPagesIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    Directory directory;

    @Autowired
    OrganisationChanges changes;

    @Autowired
    ShownOrganisations shown;

    @Autowired
    IdentityService identity;

    @ParameterizedTest
    @CsvSource({
        // address, the service's administrator, Bolton's, Salford's
        "/organisations, 200, 200, 200",
        "/organisations/bolton, 200, 200, 403",
        "/organisations/bolton/names, 200, 200, 403",
        "/organisations/bolton/registration, 200, 200, 403",
        "/organisations/bolton/contacts, 200, 200, 403",
        "/organisations/bolton/officers, 200, 200, 403",
        "/organisations/bolton/standing, 200, 403, 403",
        "/organisations/bolton/assurances/dspt, 200, 200, 403",
        "/organisations/bolton/assurances/unknown, 404, 404, 403",
        "/organisations/bolton/assurances/new, 404, 404, 403",
        "/organisations/bolton/signatories/new, 200, 200, 403",
        "/organisations/bolton/signatories/7, 404, 404, 403",
        "/organisations/bolton/processors/new, 200, 200, 403",
        "/organisations/bolton/processors/0, 404, 404, 403",
        "/organisations/bolton/secrets, 404, 404, 403",
        "/organisations/salford, 200, 403, 200",
        "/organisations/salford/contacts, 200, 403, 200",
        "/organisations/atlantis, 404, 403, 403",
        "/organisations/atlantis/names, 404, 403, 403",
        "/add-organisation, 200, 403, 403"
    })
    void isForTheServicesAdministratorsAndForTheOrganisationsOwn(String page, int service, int bolton, int salford)
            throws Exception {
        as("admin", get(page)).andExpect(status().is(service));
        as("admin.bolton", get(page)).andExpect(status().is(bolton));
        as("admin.salford", get(page)).andExpect(status().is(salford));
        for (var other : List.of(
                "lead.manchester",
                "ig.bolton",
                "dpo.bolton",
                "signatory.bolton",
                "caldicott.bolton",
                "board",
                "ethics",
                "owner")) {
            as(other, get(page)).andExpect(status().isForbidden());
        }
        web.perform(get(page).accept("text/html")).andExpect(redirectedUrl("http://localhost/login"));
    }

    @ParameterizedTest
    @CsvSource({
        // address, the service's administrator, Bolton's, Salford's; nothing is changed, because something typed will
        // not do
        "/organisations/bolton/names, 200, 200, 403",
        "/organisations/bolton/registration, 200, 200, 403",
        "/organisations/bolton/contacts, 200, 200, 403",
        "/organisations/bolton/officers, 200, 200, 403",
        "/organisations/bolton/standing, 200, 403, 403",
        "/organisations/bolton/assurances/dspt, 200, 200, 403",
        "/organisations/bolton/signatories/new, 200, 200, 403",
        "/organisations/bolton/signatories/7, 404, 404, 403",
        "/organisations/bolton/processors/new, 200, 200, 403",
        "/organisations/salford/contacts, 200, 403, 200",
        "/organisations/salford/processors/new, 200, 403, 200",
        "/organisations/atlantis/names, 404, 403, 403",
        "/organisations/atlantis/assurances/dspt, 404, 403, 403",
        "/add-organisation, 200, 403, 403"
    })
    void isChangedByNobodyElse(String page, int service, int bolton, int salford) throws Exception {
        as("admin", wrong(page)).andExpect(status().is(service));
        as("admin.bolton", wrong(page)).andExpect(status().is(bolton));
        as("admin.salford", wrong(page)).andExpect(status().is(salford));
        for (var other : List.of("lead.manchester", "ig.bolton", "signatory.bolton", "board", "ethics", "owner")) {
            as(other, wrong(page)).andExpect(status().isForbidden());
        }
        web.perform(post(page).with(user("admin")).param("version", "0")).andExpect(status().isForbidden());
    }

    @Test
    void listsTheirOwnOnlyForTheAdministratorsOfAnOrganisation() throws Exception {
        as("admin.bolton", get("/organisations"))
                .andExpect(content().string(containsString(">Bolton Council</a>")))
                .andExpect(content().string(not(containsString("Salford City Council"))))
                .andExpect(content().string(not(containsString("Add an organisation"))));
    }

    @Test
    void changesContactsAndSaysInTheHistoryWhoDidIt() throws Exception {
        var code = added();

        as("admin", change(code, "contacts", "email", "ig@example.org", "breaches", "0161 496 0000"))
                .andExpect(redirectedUrl("/organisations/" + code));

        assertThat(directory.get(code).contacts().email()).isEqualTo("ig@example.org");
        assertThat(changes.events(code)).first().satisfies(event -> {
            assertThat(event.type()).isEqualTo("organisation.changed");
            assertThat(event.what())
                    .isEqualTo(
                            "Email of the information governance team: “ig@example.org”. Contact for personal data breaches:"
                                    + " “0161 496 0000”.");
            assertThat(event.whoName()).isEqualTo("William Tonge");
            assertThat(event.whoRoles()).extracting(HeldRole::role).containsExactly(Role.ADMINISTRATOR);
        });
        as("admin", get("/organisations/" + code))
                .andExpect(content().string(containsString("0161 496 0000")))
                .andExpect(content().string(containsString("William Tonge")));
    }

    @Test
    void saysAllThatIsWrongAtOnceAndKeepsWhatWasTyped() throws Exception {
        var code = added();

        as(
                        "admin",
                        change(
                                code,
                                "officers",
                                "dpo-name",
                                "Dee Poe",
                                "dpo-email",
                                "dee at example",
                                "iao-email",
                                "two@example.org, three@example.org"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<title>Error: Officers")))
                .andExpect(content()
                        .string(containsString("href=\"#dpo-email\">Email of the data protection officer: give")))
                .andExpect(content().string(containsString("href=\"#iao-email\">")))
                .andExpect(content().string(containsString("value=\"Dee Poe\"")))
                .andExpect(content().string(containsString("value=\"dee at example\"")));
        assertThat(directory.get(code).officers().dpoName()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "registration, ico-expiry, 2027-13-01, ICO registration expires on: give the day",
        "registration, ico-expiry, 0027-01-01, ICO registration expires on: give a day of our time",
        "registration, ico-expiry, 2027-03-31, ICO registration number: give the number as well",
        "contacts, email, not an address, Email of the information governance team: give an address",
        "names, name, ' ', Name: say what it is",
        "names, name, Bolton Council, Name: there is an organisation with this name already",
        "standing, members, bolton, Members who sign for it: a legal entity signs for itself",
        "standing, acted-for-by, atlantis, There is no organisation with the code",
        "standing, acted-for-by, gmcancer, cannot act for",
        "standing, sector, PIRATES, Sector: choose one of these: Council"
    })
    void refusesWhatCannotBe(String part, String field, String typed, String message) throws Exception {
        var code = added();

        as("admin", change(code, part, field, typed))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(message)));

        assertThat(changes.events(code)).extracting("type").containsExactly("organisation.added");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseSavedSince() throws Exception {
        var code = added();
        long seen = directory.get(code).version();
        as("admin", change(code, "contacts", "email", "first@example.org"));

        as("admin", change(code, "contacts", seen, "email", "second@example.org"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Somebody else changed this organisation")))
                .andExpect(content().string(containsString("value=\"second@example.org\"")));
        assertThat(directory.get(code).contacts().email()).isEqualTo("first@example.org");

        as("admin", change(code, "contacts", "email", "second@example.org")).andExpect(status().is3xxRedirection());
        assertThat(directory.get(code).contacts().email()).isEqualTo("second@example.org");
    }

    @Test
    void removesNothingThatAPageDidNotSendAndTakesNothingThatItSentTwice() throws Exception {
        var code = added();
        as("admin", change(code, "contacts", "email", "ig@example.org", "rights", "0161 496 0001"));

        as(
                        "admin",
                        post("/organisations/" + code + "/contacts")
                                .with(csrf())
                                .param(
                                        "version",
                                        String.valueOf(directory.get(code).version()))
                                .param("rights", "0161 496 0002"))
                .andExpect(content().string(containsString("team: it was not sent")));
        as("admin", change(code, "contacts", "rights", "0161 496 0002").param("rights", "0161 496 0003"))
                .andExpect(content().string(containsString("people’s rights: it was sent more than once")));

        assertThat(directory.get(code).contacts().email()).isEqualTo("ig@example.org");
        assertThat(directory.get(code).contacts().rightsContact()).isEqualTo("0161 496 0001");
    }

    @Test
    void keepsAFormerNameWithItsLastDayAndFindsTheOrganisationByIt() throws Exception {
        var code = added();
        String before = directory.nameOf(code);

        as("admin", change(code, "names", "name", "Renamed " + code, "since", "2026-04-01"))
                .andExpect(status().is3xxRedirection());

        assertThat(directory.nameOf(code)).isEqualTo("Renamed " + code);
        as("admin", get("/organisations/" + code))
                .andExpect(content().string(containsString(before + ", until 31 March 2026")));
        as("admin", get("/organisations").param("words", before.toUpperCase(Locale.UK)))
                .andExpect(content().string(containsString("Renamed " + code)))
                .andExpect(content().string(containsString("Formerly " + before)));
        assertThat(identity.createGroupQuery()
                        .groupId(Role.IG_OFFICER.groupOf(code))
                        .singleResult())
                .extracting(Group::getName)
                .isEqualTo("IG officers, Renamed " + code);
        as("admin", change(code, "names", "name", "Again " + code, "since", "2026-03-01"))
                .andExpect(content().string(containsString("give a day after the day on which it got the name")));
        as(
                        "admin",
                        change(
                                code,
                                "names",
                                "name",
                                "Again " + code,
                                "since",
                                LocalDate.now().plusDays(2).toString()))
                .andExpect(content().string(containsString("give today or an earlier day")));
    }

    @Test
    void addsAnOrganisationWithItsGroupsWhileTheServiceRuns() throws Exception {
        var code = next();

        as(
                        "admin",
                        add(
                                "code",
                                code.value(),
                                "name",
                                "Harbour Primary School " + code,
                                "sector",
                                "OTHER",
                                "acted-for-by",
                                "bolton",
                                "email",
                                "office@school.example"))
                .andExpect(redirectedUrl("/organisations/" + code));

        assertThat(directory.get(code).actedForBy()).isEqualTo(new OrganisationCode("bolton"));
        assertThat(List.of(Role.values()).stream().filter(Role::perOrganisation))
                .allSatisfy(role -> assertThat(identity.createGroupQuery()
                                .groupId(role.groupOf(code))
                                .count())
                        .as(role.groupOf(code))
                        .isEqualTo(1));
        assertThat(changes.events(code)).extracting("type").containsExactly("organisation.added");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolton", "Bolton", "x", "with-dash", ""})
    void refusesACodeThatIsTakenOrCannotBe(String code) throws Exception {
        as("admin", add("code", code, "name", "New " + code, "sector", "OTHER"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#code\">Code: ")))
                .andExpect(content().string(containsString("value=\"New " + code + "\"")));
    }

    @Test
    void asksTheDatabaseAsOftenForManyOrganisationsAsForFew() {
        for (var query : List.of("", "council", "nobody")) {
            assertThat(RoundTrips.of(() -> open("/organisations?words=" + query)))
                    .as(query)
                    .filteredOn(way -> way.contains("from organisation o1_0"))
                    .hasSizeLessThanOrEqualTo(3);
        }
        assertThat(RoundTrips.of(directory::all))
                .filteredOn(way -> way.contains("select"))
                .hasSizeLessThan(6);
    }

    private void open(String page) {
        try {
            as("admin", get(page)).andExpect(status().isOk());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An organisation of this test's own. */
    private OrganisationCode added() {
        var code = next();
        changes.add(
                added("code", code.value(), "name", "Organisation " + code, "sector", Sector.OTHER.name()),
                new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group())));
        assertThat(directory.get(code)).extracting(Organisation::isLegalEntity).isEqualTo(true);
        return code;
    }

    private static OrganisationCode next() {
        return new OrganisationCode("pages" + COUNT.incrementAndGet());
    }

    /** The page as it is shown, with some fields typed anew: key, value, key, value. */
    private MockHttpServletRequestBuilder change(OrganisationCode code, String part, String... typed) {
        return change(code, part, directory.get(code).version(), typed);
    }

    private MockHttpServletRequestBuilder change(OrganisationCode code, String part, long version, String... typed) {
        Map<String, String> fields =
                new TreeMap<>(shown.toChange(code, Part.of(part).orElseThrow()).values());
        for (int at = 0; at < typed.length; at += 2) {
            fields.put(typed[at], typed[at + 1]);
        }
        var request =
                post("/organisations/" + code + "/" + part).with(csrf()).param("version", String.valueOf(version));
        fields.forEach(request::param);
        return request;
    }

    private static MockHttpServletRequestBuilder add(String... typed) {
        var request = post("/add-organisation").with(csrf());
        added(typed).forEach((key, value) -> request.param(key, value.get(0)));
        return request;
    }

    private static Map<String, List<String>> added(String... typed) {
        Map<String, List<String>> fields =
                Part.TO_ADD.stream().collect(Collectors.toMap(Fact::key, fact -> List.of("")));
        for (int at = 0; at < typed.length; at += 2) {
            fields.put(typed[at], List.of(typed[at + 1]));
        }
        return fields;
    }

    private static MockHttpServletRequestBuilder wrong(String page) {
        return post(page).with(csrf()).param("version", "-1").param("email", "no address");
    }

    private ResultActions as(String person, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(person)));
    }
}
