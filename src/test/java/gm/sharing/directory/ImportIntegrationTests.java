package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations and people from files: first a check, then all or nothing. */
@Tag("one-database")
@DemoApplication
class ImportIntegrationTests {

    private static final String PASSWORD = "marmalade-otter-quilt-47";
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]+)\"");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    OrganisationChanges changes;

    @Autowired
    OrganisationAccounts accounts;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    private String n;
    private Visitor admin;

    @BeforeEach
    void anAdministrator() {
        n = "imp" + COUNT.incrementAndGet();
        admin = Visitor.signedIn(port, "admin");
    }

    @Test
    void addsAndChangesOrganisationsAfterACheckThatChangesNothing() {
        var first = "Name,CODE,sector,Email of the information governance team,ico-number,ico-expiry\r\n"
                + "\"Acre, School %s\",%sa,Other,office@acre.example,Z1234567,31/03/2027\r\n".formatted(n, n)
                + "Brook School %s,%sb,OTHER,,,\r\n".formatted(n, n);
        var page = check("organisations", first);
        assertThat(page.body()).contains("Import", ">2</dd>", "Acre, School " + n);
        assertThat(directory.find(code("a"))).isEmpty();

        press(page, Map.of());
        assertThat(directory.get(code("a")).registration().icoExpiry()).hasToString("2027-03-31");
        assertThat(directory.get(code("b")).sector()).isEqualTo(Sector.OTHER);
        assertThat(identity.createGroupQuery().groupId("ig-" + n + "b").count()).isEqualTo(1);
        assertThat(changes.events(code("a"))).extracting(Event::type).containsExactly("organisation.added");

        assertThat(check("organisations", first).body()).contains("There is nothing to import");

        var changed = check("organisations", "code;email\n%sa;ig@acre.example\n%sb;\n".formatted(n, n));
        assertThat(changed.body())
                .contains("Email of the information governance team: “office@acre.example” became “ig@acre.example”.");
        press(changed, Map.of());
        assertThat(directory.get(code("a")).contacts().email()).isEqualTo("ig@acre.example");
        assertThat(directory.get(code("a")).registration().icoRegistration()).isEqualTo("Z1234567");
        assertThat(changes.events(code("a")))
                .extracting(Event::type)
                .containsExactly("organisation.changed", "organisation.added");
        assertThat(changes.events(code("b"))).hasSize(1);
    }

    @Test
    void namesEveryMistakeByLineAndColumnAtOnceAndImportsNothing() {
        var page = check(
                "organisations",
                """
                code,name,sector,email,members,ico-expiry
                %1$sa,First %1$s,OTHER,,,
                %1$sa,Second %1$s,OTHER,,,
                With-Dash,Third,OTHER,,,
                %1$sc,,PIRATES,no address,,2027-13-01
                %1$sd,Bolton Council,OTHER,,,
                %1$se,Fifth %1$s,OTHER,,atlantis,
                %1$sf,=HYPERLINK("http://evil.example"),OTHER,,,
                %1$sg,Seventh, Ltd,OTHER,,,,2027-01-01
                """
                        .formatted(n));

        assertThat(page.body())
                .contains(
                        "Nothing can be imported",
                        "Line 2 has the same code",
                        "Give 2 to 40 lower case letters and digits",
                        "Choose one of these: Council, ",
                        "Give an address such as ig@example.org",
                        "There is an organisation with this name already",
                        "atlantis",
                        "This is a formula",
                        "There are more cells than columns")
                .doesNotContain("name=\"digest\"");
        assertThat(directory.find(code("a"))).isEmpty();
    }

    @Test
    void takesOrganisationsInWhateverOrderTheyNameEachOther() {
        press(
                check(
                        "organisations",
                        """
                        code,name,sector,members,host,acted-for-by
                        %1$sp,Partnership %1$s,OTHER,%1$sx %1$sy,%1$sx,
                        %1$sx,Ex %1$s,OTHER,,,%1$sz
                        %1$sy,Why %1$s,OTHER,,,
                        %1$sz,Zed %1$s,OTHER,,,
                        """
                                .formatted(n)),
                Map.of());
        assertThat(directory.get(code("p")).members()).containsExactly(code("x"), code("y"));
        assertThat(directory.get(code("x")).actedForBy()).isEqualTo(code("z"));

        assertThat(check(
                                "organisations",
                                """
                                code,name,sector,host
                                %1$sk,Kay %1$s,OTHER,%1$sl
                                %1$sl,El %1$s,OTHER,%1$sk
                                """
                                        .formatted(n))
                        .body())
                .contains("It names an organisation that names this one");
    }

    @Test
    void importsNothingWhenTheDirectoryChangedAfterTheCheck() {
        press(check("organisations", "code,name,sector\n%sa,One %s,OTHER\n".formatted(n, n)), Map.of());
        var page = check("organisations", "code,email\n%sa,new@one.example\n".formatted(n));
        press(check("organisations", "code,email\n%sa,meanwhile@one.example\n".formatted(n)), Map.of());

        var answer = press(page, Map.of());
        assertThat(answer.body()).contains("Nothing was imported", "meanwhile@one.example");
        assertThat(directory.get(code("a")).contacts().email()).isEqualTo("meanwhile@one.example");
        press(answer, Map.of());
        assertThat(directory.get(code("a")).contacts().email()).isEqualTo("new@one.example");
    }

    @Test
    void takesOverPracticesOfTheOrganisationDataService() {
        var ods = "P9" + n.substring(3).concat("0000").substring(0, 4);
        var file = epraccur(ods + "1", "THE QUAY SURGERY " + n, "A", "", "4")
                + epraccur(ods + "2", "CLOSED SURGERY " + n, "C", "20210331", "4")
                + epraccur(ods + "3", "PRISON " + n, "A", "", "12");
        var page = check("organisations", file);
        assertThat(page.body())
                .contains("NHS Organisation Data Service", "It closed on 20210331", "prescribing setting is “12”");
        press(page, Map.of());

        var code = new OrganisationCode("ods" + (ods + "1").toLowerCase(Locale.ROOT));
        assertThat(directory.get(code))
                .extracting(Organisation::name, Organisation::sector)
                .containsExactly("THE QUAY SURGERY " + n, Sector.GP_PRACTICE);
        assertThat(directory.get(code).contacts().address()).isEqualTo("1 QUAY STREET\nSALFORD\nM3 3AA");
        assertThat(check("organisations", file).body()).contains("There is nothing to import");

        var report = "\uFEFFCode;Name;Address Line 1;Address Line 2;Postcode;Status;Prescribing Setting\r\n" + ods
                + "1;THE QUAY SURGERY " + n + ";2 QUAY STREET;SALFORD;M3 3AA;Active;GP PRACTICE\r\n";
        press(check("organisations", report), Map.of());
        assertThat(directory.get(code).contacts().address()).startsWith("2 QUAY STREET");
    }

    private static String epraccur(String code, String name, String status, String closed, String setting) {
        return "\"%s\",\"%s\",\"Y62\",\"QOP\",\"1 QUAY STREET\",\"\",\"SALFORD\",\"\",\"\",\"M3 3AA\",\"19740401\",\"%s\",\"%s\",\"B\",\"01G\",\"20130401\",\"\",\"0161\",\"\",\"\",\"\",\"0\",\"\",\"01G\",\"\",\"%s\",\"\"\r\n"
                .formatted(code, name, closed, status, setting);
    }

    @Test
    void takesOverSchoolsInWindowsLetters() {
        var urn = "9" + n.substring(3).concat("00000").substring(0, 5);
        var file =
                "\"URN\",\"LA (code)\",\"LA (name)\",\"EstablishmentName\",\"EstablishmentStatus (code)\",\"EstablishmentStatus (name)\",\"CloseDate\",\"Street\",\"Locality\",\"Address3\",\"Town\",\"County (name)\",\"Postcode\"\r\n"
                        + "\"%s\",\"355\",\"Salford\",\"St Zoë’s School %s\",\"1\",\"Open\",\"\",\"Quay Street\",\"\",\"\",\"Salford\",\"Lancashire\",\"M3 3AA\"\r\n"
                                .formatted(urn, n)
                        + "\"800000\",\"355\",\"Salford\",\"Gone School\",\"2\",\"Closed\",\"31-08-2019\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n";
        var page = check("organisations", "edubasealldata.csv", file.getBytes(Charset.forName("windows-1252")));
        assertThat(page.body()).contains("Get Information about Schools", "It closed on 31-08-2019");
        press(page, Map.of());
        assertThat(directory.nameOf(new OrganisationCode("urn" + urn))).isEqualTo("St Zoë’s School " + n);
    }

    @Test
    void addsPeopleWithTheirRolesAndInvitesThem() {
        press(check("organisations", "code,name,sector\n%sa,One %s,OTHER\n".formatted(n, n)), Map.of());
        var file =
                """
                roles,name,E-mail,organisation,id
                "ig, signatory",Zoë Hill,zoe.%1$s@example.org,%1$sa,
                Organisation administrator,Sam Ng,sam.%1$s@example.org,%1$sa,s.%1$s
                project-leads,Lee Dee,lee.%1$s@example.org,%1$sa,
                """
                        .formatted(n);
        var page = check("people", file);
        assertThat(page.body()).contains("Zoë Hill (zoe." + n + ")", "IG officer, Signatory");
        assertThat(accounts.find(List.of("zoe." + n))).isEmpty();

        press(page, Map.of("invite", "true"));
        assertThat(accounts.find(List.of("zoe." + n)).get("zoe." + n).groups())
                .containsExactlyInAnyOrder("org-" + n + "a", "ig-" + n + "a", "signatory-" + n + "a");
        assertThat(accounts.find(List.of("lee." + n)).get("lee." + n).groups()).contains("project-leads");
        assertThat(database.sql("select count(*) from invitation where organisation = ?")
                        .param(n + "a")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(changes.events(code("a")))
                .extracting(Event::type)
                .containsExactly("person.invited", "people.added", "organisation.added");
        assertThat(check("people", file).body()).contains("There is nothing to import");

        var changed = check(
                "people", "name,email,organisation,roles\nZoë Hill-Ng,zoe.%1$s@example.org,%1$sa,dpo\n".formatted(n));
        assertThat(changed.body())
                .contains("Name: “Zoë Hill” becomes “Zoë Hill-Ng”.", "Gets: Data protection officer.");
        press(changed, Map.of());
        assertThat(accounts.find(List.of("zoe." + n)).get("zoe." + n))
                .satisfies(zoe -> assertThat(zoe.name()).isEqualTo("Zoë Hill-Ng"))
                .satisfies(zoe -> assertThat(zoe.groups()).contains("ig-" + n + "a", "dpo-" + n + "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Ann,ann@example.org,bolton,camunda-admin,', is not a role that you can give here",
        "'Ann,ann@example.org,bolton,ig-salford,', is not a role that you can give here",
        "'Ann,ann@example.org,bolton,process-owners,', is not a role that you can give here",
        "'Ann,ann@example.org,atlantis,ig,', No organisation has this code",
        "'Ann,no address,bolton,ig,', Give an address such as sam@example.org",
        "'Ann,ann@example.org,bolton,ig,ann hill', Use at most 64 letters",
        "'Ann,ann@example.org,bolton,ig,system', is or was somebody",
        "'Ann,ann@example.org,bolton,ig,ig.salford', belongs to another organisation",
        "'Ann,ann@example.org,bolton,ig,ig-bolton', looks like an id that is",
        "',ann@example.org,bolton,ig,x', Say what it is",
        "'=1+1,ann@example.org,bolton,ig,x', This is a formula"
    })
    void givesNobodyWhatCannotBeGiven(String line, String message) {
        assertThat(check("people", "name,email,organisation,roles,id\n" + line + "\n")
                        .body())
                .contains("Nothing can be imported", message);
    }

    @Test
    void letsAdministratorsOfAnOrganisationImportItsPeopleAlone() {
        press(
                check("organisations", "code,name,sector\n%1$sa,One %1$s,OTHER\n%1$sb,Two %1$s,OTHER\n".formatted(n)),
                Map.of());
        press(
                check(
                        "people",
                        "id,name,email,organisation,roles\nad.%1$s,Ada,ad.%1$s@example.org,%1$sa,admin\nbo.%1$s,Bo,bo.%1$s@example.org,%1$sb,ig\n"
                                .formatted(n)),
                Map.of());
        accounts.choosePassword("ad." + n, PASSWORD);
        var own = Visitor.browser(port);
        own.signIn("ad." + n, PASSWORD);

        assertThat(own.get("/organisations/import-organisations").statusCode()).isEqualTo(403);
        var refused = check(
                own,
                "people",
                "id,name,email,organisation,roles\nx.%1$s,Ex,x.%1$s@example.org,%1$sb,ig\ny.%1$s,Why,y.%1$s@example.org,%1$sa,project-leads\nbo.%1$s,Bo,bo.%1$s@example.org,%1$sa,ig\n"
                        .formatted(n));
        assertThat(refused.body())
                .contains(
                        "This is not the code of an organisation that you administer.",
                        "is not a role that you can give here",
                        "belongs to another organisation");

        var page = check(own, "people", "name,email,roles\nCy,cy.%1$s@example.org,signatory\n".formatted(n));
        press(own, page, Map.of());
        assertThat(accounts.find(List.of("cy." + n)).get("cy." + n).groups())
                .containsExactlyInAnyOrder("org-" + n + "a", "signatory-" + n + "a");

        identity.createMembership("cy." + n, Role.INFORMATION_BOARD.group());
        assertThat(check(own, "people", "id,name,email\ncy.%1$s,Cyd,cy.%1$s@example.org\n".formatted(n))
                        .body())
                .contains("holds roles beyond this organisation");
    }

    @Test
    void isForAdministratorsAndShowsAFileToNobodyButWhoSentIt() {
        var sent = address(check("people", "name,email,organisation\nAnn,ann.%s@example.org,bolton\n".formatted(n)));
        for (var other : List.of("ig.bolton", "lead.manchester", "signatory.bolton", "board", "owner")) {
            var browser = Visitor.signedIn(port, other);
            for (var page : List.of("/organisations/import-people", "/organisations/import-organisations", sent)) {
                assertThat(browser.get(page).statusCode())
                        .as(other + " " + page)
                        .isEqualTo(403);
                assertThat(browser.submit("/projects", page, Map.of("digest", "x"))
                                .statusCode())
                        .isIn(403, 415, 405);
            }
        }
        assertThat(Visitor.signedIn(port, "admin.bolton").get(sent).statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, "admin.bolton")
                        .submit("/projects", sent, Map.of("digest", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.browser(port).get(sent).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.xlsx", "list.exe", "list", "list.csv.html"})
    void takesNoOtherFiles(String name) {
        assertThat(admin.upload("/organisations/import-people", name, "name\nx\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("Choose a file whose name ends with .csv");
    }

    @Test
    void saysOfALargeFileThatItIsTooLarge() {
        assertThat(admin.upload("/organisations/import-people", "people.csv", new byte[10 * 1024 * 1024])
                        .body())
                .contains("larger than 5 MB");
        assertThat(admin.upload(
                                "/organisations/import-people",
                                "people.csv",
                                ("name,email,organisation\n" + "a,a@b.example,bolton\n".repeat(5_001))
                                        .getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("more than 5,000 lines");
        assertThat(check("people", "name,mail,organisation\nAnn,a@b.example,bolton\n")
                        .body())
                .contains("Nobody knows these columns: “mail”");
    }

    private OrganisationCode code(String letter) {
        return new OrganisationCode(n + letter);
    }

    private HttpResponse<String> check(String kind, String file) {
        return check(admin, kind, file);
    }

    private HttpResponse<String> check(String kind, String name, byte[] file) {
        return opened(admin, admin.upload("/organisations/import-" + kind, name, file));
    }

    private HttpResponse<String> check(Visitor by, String kind, String file) {
        return opened(
                by, by.upload("/organisations/import-" + kind, kind + ".csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> opened(Visitor by, HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var location = sent.headers().firstValue("Location").orElseThrow();
        return by.get(location.substring(location.indexOf("/organisations")));
    }

    private static String address(HttpResponse<String> page) {
        return page.uri().getPath();
    }

    private HttpResponse<String> press(HttpResponse<String> page, Map<String, String> fields) {
        return press(admin, page, fields);
    }

    private static HttpResponse<String> press(Visitor by, HttpResponse<String> page, Map<String, String> fields) {
        Matcher digest = DIGEST.matcher(page.body());
        assertThat(digest.find()).as(page.body()).isTrue();
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("digest", digest.group(1));
        return by.submit(address(page), address(page), sent);
    }
}
