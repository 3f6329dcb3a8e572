package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Mergers and splits on the pages of the directory: who may say them, and which cannot be. */
@PagesApplication
class SuccessionPagesIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    Directory directory;

    @Autowired
    OrganisationChanges changes;

    @Autowired
    Imports imports;

    @Autowired
    IdentityService identity;

    @Autowired
    BeanFactory beans;

    private ChangedOrganisations organisations;
    private String one = "";
    private String two = "";
    private String three = "";

    @BeforeEach
    void threeOrganisations() {
        organisations = new ChangedOrganisations(beans);
        one = added("One");
        two = added("Two");
        three = added("Three");
    }

    @Test
    void isForTheServicesAdministratorsOnly() throws Exception {
        web.perform(get("/organisations/bolton/succession").with(user("admin"))).andExpect(status().isOk());
        for (var other : List.of("admin.bolton", "admin.salford", "ig.bolton", "lead.manchester", "board", "owner")) {
            web.perform(get("/organisations/bolton/succession").with(user(other)))
                    .andExpect(status().isForbidden());
            web.perform(post("/organisations/bolton/succession")
                            .with(user(other))
                            .with(csrf())
                            .param("version", "0"))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void mergesSeveralIntoOneWhichMayBeMergedItselfLater() throws Exception {
        ends(one, "2026-04-01", two);
        ends(two, "2026-06-01", three);

        web.perform(get("/organisations/" + one).with(user("admin")))
                .andExpect(content()
                        .string(containsString("since 1 April 2026 part of " + name(two)
                                + ", since 1 June 2026 part of " + name(three))));
        assertThat(directory.get(new OrganisationCode(one)).actedForBy()).hasToString(three);
        assertThat(directory.get(new OrganisationCode(two)).actedForBy()).hasToString(three);
        assertThat(changes.events(new OrganisationCode(one)).get(0).what())
                .isEqualTo(
                        "First day as part of another organisation: “1 April 2026”. Organisation of which it is part: “"
                                + name(two) + "”.");
    }

    @Test
    void splitsIntoSeveralOfWhichOneRunsWhatIsOpen() throws Exception {
        organisations.change(
                one, "succession", "succeeded-on", "2026-04-01", "successor", two, "also-succeeded-by", three);

        assertThat(directory.get(new OrganisationCode(one)).actedForBy()).hasToString(two);
        web.perform(get("/organisations/" + one).with(user("admin")))
                .andExpect(content().string(containsString("Others that took over parts of it")))
                .andExpect(content().string(containsString(name(three))));
    }

    @Test
    void offersOtherOrganisationsByTheirNamesAndNoneThatIsPartOfAnother() throws Exception {
        ends(one, "2026-04-01", two);

        var page = web.perform(get("/organisations/" + three + "/succession").with(user("admin")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("value=\"" + two + "\"", ">" + name(two) + "</option");
        assertThat(page).doesNotContain("value=\"" + one + "\"", "value=\"" + three + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, ONE, cannot be part of itself",
        "2026-04-01, gmcancer, cannot act in its place",
        "2026-04-01, atlantis, no organisation with the code",
        "2026-04-01, '', say from which day it is part of which organisation",
        "'', TWO, Say from which day it is part of which organisation",
        "2199-01-01, TWO, Give today or an earlier day"
    })
    void refusesASuccessorThatCannotBe(String since, String successor, String message) {
        var code = successor.replace("ONE", one).replace("TWO", two);

        assertThatThrownBy(() -> organisations.change(one, "succession", "succeeded-on", since, "successor", code))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(message.substring(1));

        assertThat(directory.get(new OrganisationCode(one)).succession()).isEmpty();
    }

    @Test
    void endsNobodyWhoActsOrSignsForOthersAndIsSucceededByNobodyWhoEnded() {
        organisations.change(three, "standing", "acted-for-by", one);
        assertThatThrownBy(() -> ends(one, "2026-04-01", two))
                .hasMessageContaining("First say who signs or acts instead of it for " + name(three));
        organisations.change(three, "standing", "acted-for-by", "");
        ends(one, "2026-04-01", two);

        assertThatThrownBy(() -> ends(three, "2026-04-01", one)).hasMessageContaining("Name " + name(two) + " instead");
        assertThatThrownBy(() -> ends(one, "2026-04-01", three)).hasMessageContaining("You can correct the day only");
        ends(one, "2026-04-02", two);
        assertThatThrownBy(() -> organisations.change(one, "standing", "acted-for-by", three))
                .hasMessageContaining("which acts in its place");
        assertThatThrownBy(() -> organisations.change(three, "standing", "acted-for-by", one))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig", "dpo", "signatory", "caldicott", "admin"})
    void givesNobodyARoleThereAnyMore(String role) {
        ends(one, "2026-04-01", two);
        var group = role + "-" + one;

        assertThatThrownBy(() -> identity.createMembership("ig.bolton", group))
                .hasMessageContaining("Nobody gets a role there. " + name(one) + " is part of " + name(two));

        assertThat(identity.createUserQuery().memberOfGroup(group).count()).isZero();
    }

    @Test
    void importsNobodyIntoAnOrganisationThatIsPartOfAnother() {
        ends(one, "2026-04-01", two);

        var check = imports.check(
                new Imports.Kept(
                        "none",
                        ImportKind.PEOPLE,
                        "people.csv",
                        "name,email,organisation,roles\nPat New,pat@%s.example,%s,ig\n".formatted(one, one)),
                ChangedOrganisations.ADMINISTRATOR);

        assertThat(check.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.column()).isEqualTo("organisation");
            assertThat(fault.message()).contains("Name " + name(two) + " instead");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"successor", "succeeded-on", "also-succeeded-by"})
    void importsNoMerger(String column) {
        var file = new Imports.Kept(
                "none", ImportKind.ORGANISATIONS, "mergers.csv", "code,%s\n%s,%s\n".formatted(column, one, two));

        assertThatThrownBy(() -> imports.check(file, ChangedOrganisations.ADMINISTRATOR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("“" + column + "”");
    }

    private void ends(String organisation, String since, String into) {
        organisations.change(organisation, "succession", "succeeded-on", since, "successor", into);
    }

    private String name(String code) {
        return directory.nameOf(new OrganisationCode(code));
    }

    private String added(String name) {
        var code = "ends" + COUNT.incrementAndGet();
        directory.add(Organisation.legalEntity(new OrganisationCode(code), name + " of " + code, Sector.OTHER));
        return code;
    }
}
