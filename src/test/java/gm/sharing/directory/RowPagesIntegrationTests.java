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
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Pages of what an organisation says of itself row by row: assurances, signatories, processors. */
@PagesApplication
class RowPagesIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    Directory directory;

    @Autowired
    OrganisationChanges changes;

    @Test
    void saysThatAResultExpiredAndLeadsToItsEvidence() throws Exception {
        var code = added();

        as(row(
                        code,
                        "assurances/dspt",
                        "result",
                        "dspt-standards-met",
                        "edition",
                        "2024-25",
                        "reached-on",
                        "2025-06-20",
                        "valid-until",
                        "2026-06-30",
                        "evidence",
                        "https://www.dsptoolkit.nhs.uk/OrganisationSearch/X1"))
                .andExpect(redirectedUrl("/organisations/" + code));

        as(get("/organisations/" + code))
                .andExpect(content().string(containsString("DSPT Standards Met (2024-25), expired on 30 June 2026")))
                .andExpect(content().string(containsString(">Expired</strong>")))
                .andExpect(content()
                        .string(containsString("href=\"https://www.dsptoolkit.nhs.uk/OrganisationSearch/X1\"")));
        assertThat(changes.events(code)).first().satisfies(event -> assertThat(event.what())
                .isEqualTo("Assurance of information security, Data Security and Protection Toolkit (DSPT). Result:"
                        + " “Standards Met”. Edition or standard: “2024-25”. Reached on: “20 June 2025”. Valid until: “30 June"
                        + " 2026”. Link to the evidence: “https://www.dsptoolkit.nhs.uk/OrganisationSearch/X1”."));
    }

    @Test
    void replacesLastYearsResultAndTakesOneOut() throws Exception {
        var code = added();
        as(row(code, "assurances/psn", "result", "psn-compliant", "valid-until", "2026-06-30"));

        as(row(code, "assurances/psn", "result", "psn-compliant", "valid-until", "2027-06-30"));
        assertThat(changes.events(code).get(0).what()).contains("Valid until: “30 June 2026” became “30 June 2027”.");
        as(get("/organisations/" + code)).andExpect(content().string(not(containsString(">Expired</strong>"))));

        as(row(code, "assurances/psn").param("remove", "true")).andExpect(status().is3xxRedirection());
        assertThat(directory.get(code).particulars().assurances()).isEmpty();
        assertThat(changes.events(code).get(0).what()).contains("Result: “Compliant” was removed.");
    }

    @Test
    void keepsWhyASchemeDoesNotApply() throws Exception {
        var code = added();

        as(row(code, "assurances/police-girr", "not-applicable", "It is no police force."));

        as(get("/organisations/" + code))
                .andExpect(content().string(containsString("Does not apply: It is no police force.")))
                .andExpect(content().string(containsString("Assurance of its information security: Not applicable.")));
    }

    @Test
    void asksForDaysAsThreeNumbersAndKeepsThemAsTheyWereTyped() throws Exception {
        var code = added();
        var page = as(get("/organisations/" + code + "/assurances/dspt"));
        page.andExpect(content().string(containsString("name=\"valid-untilYear\"")));
        page.andExpect(content().string(not(containsString("type=\"date\""))));

        as(inNumbers(row(code, "assurances/dspt", "result", "dspt-standards-met"), "31", "September", "27"))
                .andExpect(content()
                        .string(containsString("href=\"#valid-untilDay\">Valid until: give the day, month and year")))
                .andExpect(content().string(containsString("value=\"September\"")));
        assertThat(directory.get(code).particulars().assurances()).isEmpty();

        as(inNumbers(row(code, "assurances/dspt", "result", "dspt-standards-met"), " 9 ", "09", "2027"))
                .andExpect(redirectedUrl("/organisations/" + code));
        as(get("/organisations/" + code)).andExpect(content().string(containsString("9 September 2027")));
        as(get("/organisations/" + code + "/assurances/dspt"))
                .andExpect(content().string(containsString("value=\"9\"")));
    }

    /** As the page sends the last day. */
    private static MockHttpServletRequestBuilder inNumbers(
            MockHttpServletRequestBuilder request, String day, String month, String year) {
        return request.param("valid-untilDay", day)
                .param("valid-untilMonth", month)
                .param("valid-untilYear", year);
    }

    @ParameterizedTest
    @CsvSource({
        "assurances/dspt, result, iso-27001-certified, Result: choose a result of this scheme",
        "assurances/dspt, result, dspt-standards-met, Valid until: give the last day",
        "assurances/dspt, edition, 2025-26, Result: either choose a result or say why",
        "assurances/dspt, reached-on, 2199-01-01, Reached on: give today or an earlier day",
        "assurances/dspt, evidence, http://example.org/x, Link to the evidence: give an address that begins with https",
        "assurances/dspt, evidence, 'javascript:alert(1)', Link to the evidence: give an address that begins",
        "assurances/dspt, evidence, https://user:secret@example.org, Link to the evidence: give an address that begins",
        "assurances/dspt, evidence, 'https:///path', Link to the evidence: give an address that begins with https",
        "signatories/new, signatory, Sam Hill, What they may sign: say what it is",
        "processors/new, contract-end, tomorrow, Contract ends on: give the day"
    })
    void refusesWhatCannotBeAndKeepsIt(String row, String field, String typed, String message) throws Exception {
        var code = added();

        as(row(code, row, field, typed))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(message)));

        assertThat(changes.events(code)).extracting("type").containsExactly("organisation.added");
    }

    @Test
    void numbersSignatoriesAndProcessorsAndNeverGivesOneTheNameOfAnother() throws Exception {
        var code = added();
        as(row(code, "signatories/new", "signatory", "Sam Hill", "post", "SIRO", "signs", "Every agreement"));
        as(row(code, "signatories/new", "signatory", "Ali Moor", "signs", "Without special category data"));
        as(row(code, "processors/new", "processor", "Host Ltd", "processing", "Hosting", "contract-end", "2026-03-31"));

        as(row(code, "signatories/1").param("remove", "true"));

        assertThat(directory.get(code).particulars().assurances()).isEmpty();
        as(get("/organisations/" + code))
                .andExpect(content().string(containsString("/signatories/2\"")))
                .andExpect(content().string(not(containsString("/signatories/1\""))))
                .andExpect(content().string(containsString("Expired on 31 March 2026")));
        as(get("/organisations/" + code + "/signatories/1")).andExpect(status().isNotFound());
        assertThat(changes.events(code).get(0).what()).startsWith("Who signs, Sam Hill. Name: “Sam Hill” was removed.");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseSavedSince() throws Exception {
        var code = added();
        long seen = directory.get(code).version();
        as(row(code, "processors/new", "processor", "First", "processing", "Hosting"));

        as(row(code, seen, "processors/new", "processor", "Second", "processing", "Hosting"))
                .andExpect(content().string(containsString("Somebody else changed this organisation")))
                .andExpect(content().string(containsString("value=\"Second\"")));
    }

    @Test
    void asksTheDatabaseAsOftenForManyRowsAsForFew() throws Exception {
        var code = added();
        int few = RoundTrips.of(() -> open(code)).size();
        for (int number = 0; number < 10; number++) {
            as(row(code, "signatories/new", "signatory", "Person " + number, "signs", "Every agreement"));
        }

        assertThat(RoundTrips.of(() -> open(code))).hasSizeLessThanOrEqualTo(few + 1);
    }

    private void open(OrganisationCode code) {
        try {
            as(get("/organisations/" + code)).andExpect(status().isOk());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private OrganisationCode added() {
        var code = new OrganisationCode("rows" + COUNT.incrementAndGet());
        Map<String, List<String>> fields =
                Part.TO_ADD.stream().collect(Collectors.toMap(Fact::key, fact -> List.of("")));
        fields.put("code", List.of(code.value()));
        fields.put("name", List.of("Organisation " + code));
        fields.put("sector", List.of(Sector.OTHER.name()));
        changes.add(fields, new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group())));
        return code;
    }

    private MockHttpServletRequestBuilder row(OrganisationCode code, String row, String... typed) {
        return row(code, directory.get(code).version(), row, typed);
    }

    /** The page of a row with nothing in it but this: key, value, key, value. */
    private static MockHttpServletRequestBuilder row(OrganisationCode code, long version, String row, String... typed) {
        Map<String, String> fields =
                Rows.of(row.split("/", 2)[0]).facts().stream().collect(Collectors.toMap(Asked::key, fact -> ""));
        for (int at = 0; at < typed.length; at += 2) {
            fields.put(typed[at], typed[at + 1]);
        }
        var request = post("/organisations/" + code + "/" + row).with(csrf()).param("version", String.valueOf(version));
        fields.forEach(request::param);
        return request;
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user("admin")));
    }
}
