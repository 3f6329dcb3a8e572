package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The page on which a lead asks for an organisation that the directory does not have. */
@Tag("one-database")
@PagesApplication
class MissingOrganisationPagesIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");

    @Autowired
    MockMvc web;

    @Autowired
    Projects projects;

    @Autowired
    Directory directory;

    @Autowired
    MissingOrganisations missing;

    @Autowired
    TaskService tasks;

    @Autowired
    BeanFactory beans;

    private ProjectReference reference;
    private String page = "";
    private String school = "";

    @BeforeEach
    void aProject() {
        reference = proposed();
        page = "/projects/" + reference + "/missing-organisation";
        school = "Quayside School " + COUNT.incrementAndGet();
    }

    @ParameterizedTest
    @CsvSource({
        "lead.manchester, 200",
        "lead.salford, 404",
        "ig.manchester, 404",
        "signatory.manchester, 404",
        "admin.bolton, 404",
        "ig.bolton, 404",
        "board, 404",
        "owner, 404",
        "admin, 404"
    })
    void isForTheLeadsOfTheProjectOnly(String person, int seen) throws Exception {
        web.perform(get(page).with(user(person))).andExpect(status().is(seen));
        ask(page, person, "missing-why", "").andExpect(status().is(seen));
        web.perform(get("/projects/SJ-2020-9999/missing-organisation").with(user(person)))
                .andExpect(status().isNotFound());

        assertThat(missing.of(reference)).isEmpty();
    }

    @Test
    void isLinkedWhereTheLeadActsAndLetsTheProjectGoOn() throws Exception {
        web.perform(get("/projects/" + reference).with(user("lead.manchester")))
                .andExpect(content().string(containsString(page)));
        web.perform(get("/projects/" + reference).with(user("ig.manchester")))
                .andExpect(content().string(not(containsString(page))));
        var status = projects.get(reference).status();

        ask(page, "lead.manchester")
                .andExpect(redirectedUrl("/projects/" + reference))
                .andExpect(flash().attribute("askedFor", containsString("You have asked for " + school + ".")));

        assertThat(projects.get(reference).status()).isEqualTo(status);
        assertThat(missing.of(reference)).singleElement().satisfies(asked -> {
            assertThat(asked.name()).isEqualTo(school);
            assertThat(asked.sector()).isEqualTo(Sector.OTHER);
            assertThat(asked.asked().person()).isEqualTo("lead.manchester");
        });
        web.perform(get("/organisations").with(user("admin")))
                .andExpect(content().string(containsString("missing here.")));
        web.perform(get("/organisations").with(user("admin.bolton")))
                .andExpect(content().string(not(containsString("missing here."))));
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskCandidateGroup("camunda-admin")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysAllThatIsWrongAtOnceAndKeepsWhatWasTyped() throws Exception {
        ask(page, "lead.manchester", "missing-why", "", "missing-email", "no address", "sector", "PIRATES")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#missing-why\"")))
                .andExpect(content().string(containsString("href=\"#missing-email\"")))
                .andExpect(content().string(containsString("href=\"#sector\"")))
                .andExpect(content().string(containsString("value=\"" + school + "\"")))
                .andExpect(content().string(containsString("Back to the project")));
        assertThat(missing.of(reference)).isEmpty();
    }

    @Test
    void tellsWhoAsksTwiceHoweverTheNameIsWritten() throws Exception {
        ask(page, "lead.manchester");

        ask(page, "lead.manchester", "missing-name", " " + school.toUpperCase().replace(" ", "   "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Name of the organisation: this project asked for it on")));
        assertThat(missing.of(reference)).hasSize(1);
    }

    @Test
    void tellsWhoAsksForWhatAnotherProjectAsksForAndLetsBothHearOfIt() throws Exception {
        ask(page, "lead.manchester");
        var other = proposed();

        ask("/projects/" + other + "/missing-organisation", "lead.manchester")
                .andExpect(flash().attribute("askedFor", containsString("Another project has asked for it too")));

        assertThat(missing.others(missing.of(other).get(0))).isEqualTo(1);
    }

    @Test
    void tellsWhatTheDirectoryHasUnderThisOrAFormerNameAndWhatItIsPartOf() throws Exception {
        ask(page, "lead.manchester", "missing-name", "bolton  COUNCIL")
                .andExpect(content().string(containsString("Bolton Council is in the directory. Choose it")));

        var code = "quay" + COUNT.incrementAndGet();
        directory.add(Organisation.legalEntity(new OrganisationCode(code), school, Sector.OTHER));
        var organisations = new ChangedOrganisations(beans);
        organisations.change(code, "names", "name", "Renamed " + school, "since", "2026-03-01");
        ask(page, "lead.manchester")
                .andExpect(content().string(containsString("Renamed " + school + " is in the directory")));

        organisations.change(code, "succession", "succeeded-on", "2026-04-01", "successor", "bolton");
        ask(page, "lead.manchester").andExpect(content().string(containsString("Name Bolton Council instead.")));
        assertThat(missing.of(reference)).isEmpty();
    }

    @Test
    void findsTheSameAmongManyThatShareAWord() throws Exception {
        var word = "Academy" + COUNT.incrementAndGet();
        IntStream.range(0, 120)
                .forEach(number -> directory.add(Organisation.legalEntity(
                        new OrganisationCode("many" + word.toLowerCase(Locale.UK) + "x" + number),
                        "%03d %s".formatted(number, word),
                        Sector.OTHER)));
        var last = "many" + word.toLowerCase(Locale.UK) + "last";
        directory.add(Organisation.legalEntity(new OrganisationCode(last), word, Sector.OTHER));
        var organisations = new ChangedOrganisations(beans);

        ask(page, "lead.manchester", "missing-name", word.toUpperCase(Locale.UK))
                .andExpect(content().string(containsString(word + " is in the directory. Choose it")));
        assertThat(added(word.toUpperCase(Locale.UK))).contains("there is an organisation with this name already");

        organisations.change(
                last, "names", "name", "Zenith " + word, "legal-name", "The " + word + " Trust", "since", "2026-03-01");
        for (var name : List.of(word, "the " + word + "  trust")) {
            ask(page, "lead.manchester", "missing-name", name)
                    .andExpect(content().string(containsString("Zenith " + word + " is in the directory")));
            assertThat(added(name)).contains("Zenith " + word + " has this name in law, or had it before.");
        }
        assertThat(missing.of(reference)).isEmpty();
        ask(page, "lead.manchester", "missing-name", word + " of the Sea")
                .andExpect(redirectedUrl("/projects/" + reference));
    }

    /** What an administrator is told who adds an organisation of this name. */
    private String added(String name) throws Exception {
        var request = post("/add-organisation").with(csrf()).with(user("admin"));
        Part.TO_ADD.forEach(fact -> request.param(
                fact.key(),
                switch (fact) {
                    case CODE -> "new" + COUNT.incrementAndGet();
                    case NAME -> name;
                    case SECTOR -> "OTHER";
                    default -> "";
                }));
        return web.perform(request).andReturn().getResponse().getContentAsString();
    }

    private ProjectReference proposed() {
        return projects.propose(ProjectFixture.proposal("Attendance on one page"), ProjectFixture.leadOf(MANCHESTER));
    }

    private ResultActions ask(String where, String person, String... typed) throws Exception {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "missing-name", school,
                "sector", "OTHER",
                "missing-why", "It sends attendance.",
                "missing-email", "",
                "missing-place", ""));
        for (int at = 0; at < typed.length; at += 2) {
            fields.put(typed[at], typed[at + 1]);
        }
        var request = post(where).with(csrf()).with(user(person));
        fields.forEach(request::param);
        return web.perform(request);
    }
}
