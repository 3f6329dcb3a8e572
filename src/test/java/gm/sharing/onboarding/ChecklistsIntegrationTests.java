package gm.sharing.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.Paging;
import gm.sharing.RoundTrips;
import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.Assurance;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Contacts;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Officers;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Registration;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked of an organisation, how it is seen to be done, and who sees how far all of them are. */
@PagesApplication
class ChecklistsIntegrationTests {

    private static final LocalDate TODAY = LocalDate.now();
    private static final String ADDRESS = "1 Quay\nSalford";

    private static final By SOMEBODY = new By("somebody", "Some Body", Instant.EPOCH);

    @Autowired
    CodesInForce codes;

    @Autowired
    MockMvc web;

    @Autowired
    Checklists checklists;

    @Autowired
    ChecklistTable table;

    @Autowired
    Directory directory;

    @Autowired
    TermsRecord terms;

    @Autowired
    IdentityService identity;

    @Autowired
    EntityManager entities;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({
        // sector, legal entity, item, required; nothing where it is not asked
        "NHS_TRUST, true, CALDICOTT, true",
        "GP_PRACTICE, true, CALDICOTT, true",
        "POLICE, true, CALDICOTT,",
        "VCFSE, true, CALDICOTT,",
        "COUNCIL, true, DPO, true",
        "VCFSE, true, DPO, false",
        "COUNCIL, true, ASSURANCE, true",
        "OTHER, true, ASSURANCE, false",
        "FIRE, true, SIGNATORY_ACCOUNT, true",
        "FIRE, false, SIGNATORY_ACCOUNT,",
        "FIRE, false, IG_MAILBOX, true"
    })
    void asksOfASectorWhatConcernsIt(Sector sector, boolean legalEntity, Item item, Boolean required) {
        assertThat(table.asked(sector, legalEntity).stream()
                        .filter(asked -> asked.item() == item)
                        .map(AskedItem::required))
                .isEqualTo(required == null ? List.of() : List.of(required));
    }

    @Test
    void asksEachThingOnceWhateverTheSector() {
        for (var sector : Sector.values()) {
            assertThat(table.asked(sector, true)).extracting(AskedItem::item).doesNotHaveDuplicates();
        }
    }

    @Test
    void isCompleteWhenAllThatIsRequiredIsDone() {
        var trust = trust(TODAY, TODAY);

        assertThat(Item.values()).allSatisfy(item -> assertThat(item.state(situation(trust, accounts("onboardtrust"))))
                .as(item.name())
                .isEqualTo(ItemState.DONE));
        assertThat(of(trust, accounts("onboardtrust")).complete()).isTrue();
    }

    @Test
    void countsWhatExpiredYesterdayNoMore() {
        var trust = trust(TODAY.minusDays(1), TODAY.minusDays(1));

        assertThat(of(trust, accounts("onboardtrust")).missing())
                .extracting(Checklist.Line::key, Checklist.Line::state)
                .containsExactly(tuple("ico-registration", ItemState.EXPIRED), tuple("assurance", ItemState.EXPIRED));
    }

    @Test
    void takesTheBestOfSeveralAssurances() {
        var trust = trust(TODAY, TODAY.minusDays(1));
        trust.particulars().assure("iso-27001", result("iso-27001-certified", TODAY));
        trust.particulars().assure("psn", result("psn-working-towards", null));

        assertThat(Item.ASSURANCE.state(situation(trust, Set.of()))).isEqualTo(ItemState.DONE);
    }

    @Test
    void standardsThatAreNotMetAreNoAssuranceBeforeTheirLastDay() {
        var trust = Organisation.legalEntity(new OrganisationCode("onboardtrust"), "Trust", Sector.NHS_TRUST);
        trust.particulars().assure("dspt", result("dspt-standards-not-met", TODAY.plusYears(1)));
        assertThat(Item.ASSURANCE.state(situation(trust, Set.of()))).isEqualTo(ItemState.NOT_YET);
        assertThat(notAssured())
                .contains("dspt-standards-not-met", "dspt-caf-standards-not-met")
                .doesNotContain("dspt-standards-met", "dspt-approaching-standards", "cyber-essentials-certified");

        trust.particulars().assure("iso-27001", result("iso-27001-certified", TODAY));
        assertThat(Item.ASSURANCE.state(situation(trust, Set.of()))).isEqualTo(ItemState.DONE);
    }

    private Set<String> notAssured() {
        return new AssuranceSchemes(codes.now()).notAssured();
    }

    @Test
    void workingTowardsACertificateIsNoResult() {
        var trust = Organisation.legalEntity(new OrganisationCode("onboardtrust"), "Trust", Sector.NHS_TRUST);
        trust.particulars().assure("psn", result("psn-working-towards", null));

        assertThat(Item.ASSURANCE.state(situation(trust, Set.of()))).isEqualTo(ItemState.NOT_YET);
    }

    @Test
    void takesTheReasonForHavingNoCaldicottGuardian() {
        var trust = trust(TODAY, TODAY);
        trust.appoint(new Officers(null, null, null, null, null, null, true, "No care", null));

        assertThat(Item.CALDICOTT.state(situation(trust, Set.of()))).isEqualTo(ItemState.DONE);
        assertThat(Item.DPO.state(situation(trust, Set.of()))).isEqualTo(ItemState.NOT_YET);
    }

    @Test
    void takesTheOfficersOfWhoeverActsForItButNotTheirAdministrator() {
        var trust = actedForByBolton(trust(TODAY, TODAY));
        var situation = situation(trust, accounts("bolton"));

        assertThat(Item.IG_ACCOUNT.state(situation)).isEqualTo(ItemState.DONE);
        assertThat(Item.SIGNATORY_ACCOUNT.state(situation)).isEqualTo(ItemState.DONE);
        assertThat(Item.ADMINISTRATOR_ACCOUNT.state(situation)).isEqualTo(ItemState.NOT_YET);
        trust.particulars().withdrawConsent();
        assertThat(Item.IG_ACCOUNT.state(situation)).as("without its consent").isEqualTo(ItemState.NOT_YET);
    }

    @Test
    void looksAtWhoCanSignIn() {
        assertThat(checklists.of(directory.get(new OrganisationCode("bolton"))).lines())
                .filteredOn(line -> line.place().equals("/people"))
                .extracting(Checklist.Line::state)
                .containsOnly(ItemState.DONE);
        assertThat(checklists.of(directory.get(new OrganisationCode("wwl"))).missing())
                .extracting(Checklist.Line::key)
                .contains("administrator-account", "ig-account", "signatory-account");
    }

    @Test
    void leadsFromTheOrganisationsPageToWhereEachThingIsDone() throws Exception {
        web.perform(get("/organisations/bolton").with(user("admin.bolton")))
                .andExpect(content().string(containsString("govuk-task-list")))
                .andExpect(content().string(containsString("href=\"/organisations/bolton/contacts\"")))
                .andExpect(content().string(containsString("href=\"/organisations/bolton#assurances\"")))
                .andExpect(content().string(containsString("required items are completed.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin.bolton",
                "lead.manchester",
                "ig.bolton",
                "dpo.bolton",
                "signatory.bolton",
                "caldicott.bolton",
                "board",
                "ethics",
                "owner"
            })
    void isListedForNobodyButTheServicesAdministrators(String other) throws Exception {
        web.perform(get("/organisations/to-complete").with(user(other))).andExpect(status().isForbidden());
    }

    @Test
    void isListedForNobodyWhoIsNotSignedIn() throws Exception {
        web.perform(get("/organisations/to-complete").accept("text/html"))
                .andExpect(redirectedUrl("http://localhost/login"));
    }

    @Test
    void listsThoseThatAreNotCompleteUnlessAllAreAskedFor() throws Exception {
        inATransactionThatIsForgotten(() -> {
            directory.addAmongMany(actedForByBolton(trust(TODAY, TODAY)));
            assertThat(names(true)).contains("Onboarding Trust");
            var trust = directory.get(new OrganisationCode("onboardtrust"));
            assertThat(checklists.of(trust).missing())
                    .extracting(Checklist.Line::key)
                    .containsExactly("administrator-account", "terms");
            assertThat(names(false)).contains("Onboarding Trust", "Bolton Council");
            identity.createMembership("admin.bolton", group("onboardtrust"));
            terms.add(trust.code(), new TermsRecord.Acceptance(Terms.now(), SOMEBODY, "Signatory"));
            assertThat(names(false)).contains("Bolton Council").doesNotContain("Onboarding Trust");
            assertThat(names(true)).contains("Onboarding Trust");
        });
        // Organisations of other tests stand before it.
        int page = names(false).indexOf("Bolton Council") / Paging.page(1).getPageSize() + 1;
        web.perform(get("/organisations/to-complete").with(user("admin")).param("page", String.valueOf(page)))
                .andExpect(content().string(containsString(">Bolton Council</a>")))
                .andExpect(content().string(containsString("An administrator of the organisation who signs in")))
                .andExpect(content().string(not(containsString("Onboarding Trust"))));
    }

    @Test
    void asksTheDatabaseAsOftenForFiveHundredOrganisationsAsForFew() {
        var few = RoundTrips.of(() -> checklists.find(false, Paging.page(1)));

        inATransactionThatIsForgotten(() -> {
            IntStream.range(0, 500)
                    .mapToObj(number -> Organisation.legalEntity(
                            new OrganisationCode("onboard" + number),
                            "Onboarding Surgery " + number,
                            Sector.GP_PRACTICE))
                    .forEach(directory::addAmongMany);
            entities.flush();
            entities.clear();

            var many = RoundTrips.of(
                    () -> assertThat(checklists.find(false, Paging.page(2)).getTotalElements())
                            .isGreaterThan(500));

            assertThat(many).filteredOn(way -> way.contains("select")).hasSizeLessThanOrEqualTo(few.size());
            assertThat(few)
                    .filteredOn(way -> !way.contains("_RE_DECISION_") && !way.contains("ACT_RE_"))
                    .filteredOn(way -> way.contains("select"))
                    .hasSizeLessThan(8);
        });
    }

    private List<String> names(boolean all) {
        return checklists
                .find(all, Pageable.ofSize(10_000))
                .map(Checklist::name)
                .getContent();
    }

    private String group(String code) {
        var group = Role.ORGANISATION_ADMINISTRATOR.groupOf(new OrganisationCode(code));
        identity.saveGroup(identity.newGroup(group));
        return group;
    }

    private void inATransactionThatIsForgotten(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private Checklist of(Organisation organisation, Set<String> signedInTo) {
        return Checklist.of(
                table.asked(organisation.sector(), organisation.isLegalEntity()), situation(organisation, signedInTo));
    }

    private Situation situation(Organisation organisation, Set<String> signedInTo) {
        return new Situation(organisation, signedInTo, true, notAssured(), TODAY);
    }

    private static Set<String> accounts(String code) {
        return Set.of("admin-" + code, "ig-" + code, "signatory-" + code);
    }

    private static Assurance result(String result, LocalDate until) {
        return new Assurance(result, null, null, until, null, null);
    }

    /** One of which everything is known. */
    private static Organisation actedForByBolton(Organisation organisation) {
        var bolton = new OrganisationCode("bolton");
        organisation.actedForBy(bolton);
        organisation
                .particulars()
                .consent(new Consent(bolton, "Ada Chair", "chair", TODAY, null, null, "review sign"), TODAY);
        return organisation;
    }

    private static Organisation trust(LocalDate icoExpiry, LocalDate assured) {
        var trust =
                Organisation.legalEntity(new OrganisationCode("onboardtrust"), "Onboarding Trust", Sector.NHS_TRUST);
        trust.reach(new Contacts("ig@trust.example", ADDRESS, "rights", "complaints", "breaches"));
        trust.register(new Registration("Z1", icoExpiry, null));
        trust.appoint(new Officers("Dana", null, "Ira", null, "Cal", null, false, null, null));
        trust.particulars().assure("dspt", result("dspt-standards-met", assured));
        return trust;
    }
}
