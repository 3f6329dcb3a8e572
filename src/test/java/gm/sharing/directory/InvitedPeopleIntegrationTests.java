package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.Event;
import gm.sharing.notification.SecretLinks;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of an organisation: invited, with a password of their own, and in the roles that its administrator gives. */
@DemoApplication
class InvitedPeopleIntegrationTests {

    private static final String PASSWORD = "marmalade-otter-quilt-47";
    private static final Person SERVICE = new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group()));
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    OrganisationChanges changes;

    @Autowired
    OrganisationAccounts accounts;

    @Autowired
    SecretLinks links;

    @Autowired
    JdbcClient database;

    private OrganisationCode harbour;

    @BeforeEach
    void anOrganisation() {
        database.sql("delete from sign_in_attempts").update();
        harbour = new OrganisationCode("harbour" + COUNT.incrementAndGet());
        var typed = Part.TO_ADD.stream().collect(Collectors.toMap(Fact::key, fact -> List.of("")));
        typed.put("code", List.of(harbour.value()));
        typed.put("name", List.of("Harbour School " + harbour));
        typed.put("sector", List.of("OTHER"));
        changes.add(typed, SERVICE);
    }

    @Test
    void chooseTheirPasswordByTheLinkAndSignInWithIt() {
        var ada = person("ada");
        var admin = Visitor.signedIn(port, "admin");
        assertThat(admin.get("/organisations/" + harbour + "/people").body())
                .contains("Not invited yet. Nobody can sign in with this account.", "Send the invitation");
        assertThat(signIn(ada, PASSWORD)).contains("/login?error");

        invite(admin, "");
        var link = letterTo(ada);
        var page = Visitor.browser(port).get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(ada, "Harbour", "example.org");

        var done = choose(link, PASSWORD, PASSWORD);
        assertThat(done.body()).contains("Your password is saved", ada);
        assertThat(signIn(ada, PASSWORD)).endsWith("/work");
        assertThat(admin.get("/organisations/" + harbour + "/people").body()).contains("Accepted the invitation on");
        assertThat(changes.events(harbour))
                .extracting(Event::type)
                .containsExactly("person.accepted", "person.invited", "organisation.added");
    }

    @Test
    void keepsOfALinkNothingThatLeadsAnywhere() {
        var ada = person("ada");
        invite(Visitor.signedIn(port, "admin"), "");
        var token = letterTo(ada).replace("/invitation/", "");

        assertThat(database.sql("select link_digest from invitation where person = ?")
                        .param(ada)
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(token);
        assertThat(database.sql("select subject || body || path from notice where recipient = ?")
                        .param(ada)
                        .query(String.class)
                        .single())
                .contains("/invitation", ada)
                .doesNotContain(token);
    }

    @Test
    void isUsedOnceAndSaysWhatToDoAfterThat() {
        var ada = person("ada");
        invite(Visitor.signedIn(port, "admin"), "");
        var link = letterTo(ada);
        choose(link, PASSWORD, PASSWORD);

        var again = Visitor.browser(port).get(link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("It was used already").doesNotContain(ada);
        assertThat(signIn(ada, PASSWORD)).endsWith("/work");
    }

    @Test
    void isUsedByOneOfTwoWhoSendItAtTheSameMoment() throws Exception {
        var ada = person("ada");
        invite(Visitor.signedIn(port, "admin"), "");
        var link = letterTo(ada);
        var open =
                IntStream.range(0, 4).mapToObj(number -> Visitor.browser(port)).toList();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers = pool.invokeAll(open.stream()
                    .<Callable<Integer>>map(browser -> () -> browser.submit(
                                    "/login",
                                    link,
                                    Map.of(
                                            "password",
                                            PASSWORD + open.indexOf(browser),
                                            "again",
                                            PASSWORD + open.indexOf(browser)))
                            .statusCode())
                    .toList());
            assertThat(answers.stream().map(InvitedPeopleIntegrationTests::now).filter(status -> status == 200))
                    .hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T now(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsWithItsFourteenDaysAndWithTheNextLetter() {
        var ada = person("ada");
        var admin = Visitor.signedIn(port, "admin");
        invite(admin, "");
        invite(admin, ada);
        assertThat(letters(ada)).as("the first one has not left yet").isEqualTo(1);
        var first = letterTo(ada);

        invite(admin, ada);
        var second = letterTo(ada);
        assertThat(letters(ada)).isEqualTo(2);
        assertThat(Visitor.browser(port).get(first).statusCode()).isEqualTo(404);
        assertThat(Visitor.browser(port).get(first).body()).contains("a newer one has replaced it");

        database.sql("update invitation set link_ends_at = ? where person = ?")
                .params(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), ada)
                .update();
        assertThat(Visitor.browser(port).get(second).statusCode()).isEqualTo(410);
        assertThat(Visitor.browser(port).get(second).body()).contains("an invitation lasts 14 days");
        assertThat(admin.get("/organisations/" + harbour + "/people").body()).contains("Send the invitation again.");
        assertThat(changes.events(harbour)).first().extracting(Event::type).isEqualTo("person.invited-again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "manchester2026", "password1234", "qwertyuiop12"})
    void takesNoPasswordThatThePolicyRefuses(String password) {
        var ada = person("ada");
        invite(Visitor.signedIn(port, "admin"), "");
        var link = letterTo(ada);

        assertThat(choose(link, password, password).body()).contains("There is a problem", "Choose a password");
        assertThat(choose(link, PASSWORD, PASSWORD + "x").body()).contains("Type the same password twice.");
        assertThat(signIn(ada, password)).contains("/login?error");
        assertThat(choose(link, PASSWORD, PASSWORD).body()).contains("Your password is saved");
    }

    @Test
    void isSlowedDownLikeASignInWhereLinksAreTried() {
        var browser = Visitor.browser(port);
        var statuses = IntStream.range(0, 60)
                .mapToObj(number -> browser.get("/invitation/" + "guess%031d".formatted(number))
                        .statusCode())
                .collect(Collectors.toSet());
        assertThat(statuses).containsExactlyInAnyOrder(404, 429);
    }

    @Test
    void neverTakesAnAccountFromWhoeverHasAPasswordAlready() {
        var ada = person("ada");
        var admin = Visitor.signedIn(port, "admin");
        invite(admin, "");
        var link = letterTo(ada);
        accounts.choosePassword(ada, PASSWORD);

        assertThat(Visitor.browser(port).get(link).statusCode()).isEqualTo(410);
        assertThat(choosePastThePage(link).statusCode()).isIn(403, 410);
        invite(admin, ada);
        assertThat(letters(ada)).isEqualTo(1);
    }

    private HttpResponse<String> choosePastThePage(String link) {
        return Visitor.browser(port)
                .submit("/login", link, Map.of("password", PASSWORD + "1", "again", PASSWORD + "1"));
    }

    @Test
    void getRolesOfTheOrganisationFromItsAdministrator() {
        var ada = person("ada", Role.ORGANISATION_ADMINISTRATOR);
        var sam = person("sam", Role.IG_OFFICER);
        accounts.choosePassword(ada, PASSWORD);
        var admin = Visitor.browser(port);
        admin.signIn(ada, PASSWORD);

        appoint(admin, sam, Set.of(Role.IG_OFFICER), Set.of(Role.SIGNATORY, Role.DPO));

        assertThat(accounts.find(List.of(sam)).get(sam).groups())
                .containsExactlyInAnyOrder("org-" + harbour, "signatory-" + harbour, "dpo-" + harbour);
        assertThat(changes.events(harbour)).extracting(Event::type).startsWith("role.taken", "role.given");
        assertThat(changes.events(harbour)).first().extracting(Event::who).isEqualTo(ada);
        assertThat(appoint(admin, sam, Set.of(Role.IG_OFFICER), Set.of()).body())
                .contains("Somebody else changed this organisation");
        assertThat(appoint(admin, ada, Set.of(Role.ORGANISATION_ADMINISTRATOR), Set.of())
                        .body())
                .contains("last administrator");
        assertThat(accounts.find(List.of(ada)).get(ada).groups()).contains("admin-" + harbour);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ADMINISTRATOR", "PROCESS_OWNER", "INFORMATION_BOARD", "PROJECT_LEAD", "MEMBER", "camunda-admin"
            })
    void getNoRoleOfTheServiceThere(String role) {
        var ada = person("ada", Role.ORGANISATION_ADMINISTRATOR);
        accounts.choosePassword(ada, PASSWORD);
        var admin = Visitor.browser(port);
        admin.signIn(ada, PASSWORD);
        var page = "/organisations/" + harbour + "/people/" + ada;

        assertThat(admin.submit(
                                page,
                                page,
                                List.of(
                                        Map.entry("seen", Role.ORGANISATION_ADMINISTRATOR.name()),
                                        Map.entry("roles", Role.ORGANISATION_ADMINISTRATOR.name()),
                                        Map.entry("roles", role)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(accounts.find(List.of(ada)).get(ada).groups())
                .containsExactlyInAnyOrder("org-" + harbour, "admin-" + harbour);
    }

    @Test
    void areSeenAndChangedByTheirAdministratorsAlone() {
        var ada = person("ada", Role.ORGANISATION_ADMINISTRATOR);
        accounts.choosePassword(ada, PASSWORD);
        var own = Visitor.browser(port);
        own.signIn(ada, PASSWORD);
        var service = Visitor.signedIn(port, "admin");
        var others = Stream.of("admin.bolton", "ig.bolton", "lead.manchester", "owner", "board")
                .map(user -> Visitor.signedIn(port, user))
                .toList();
        for (var page : List.of("/people", "/people/" + ada)) {
            assertThat(service.get("/organisations/" + harbour + page).statusCode())
                    .isEqualTo(200);
            assertThat(own.get("/organisations/" + harbour + page).statusCode()).isEqualTo(200);
            assertThat(own.get("/organisations/bolton" + page).statusCode()).isEqualTo(403);
            others.forEach(other -> assertThat(
                            other.get("/organisations/" + harbour + page).statusCode())
                    .isEqualTo(403));
            assertThat(Visitor.browser(port)
                            .get("/organisations/" + harbour + page)
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(service.get("/organisations/atlantis/people").statusCode()).isEqualTo(404);
        assertThat(service.get("/organisations/" + harbour + "/people/ig.bolton")
                        .statusCode())
                .isEqualTo(404);
        for (var action : List.of("/invite-people", "/people/" + ada)) {
            others.forEach(other -> assertThat(
                            other.submit("/projects", "/organisations/" + harbour + action, Map.of("roles", "DPO"))
                                    .statusCode())
                    .isEqualTo(403));
            assertThat(own.submit("/projects", "/organisations/bolton" + action, Map.of("roles", "DPO"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(accounts.find(List.of(ada)).get(ada).groups())
                .containsExactlyInAnyOrder("org-" + harbour, "admin-" + harbour);
    }

    private HttpResponse<String> appoint(Visitor by, String id, Set<Role> seen, Set<Role> roles) {
        var page = "/organisations/" + harbour + "/people/" + id;
        return by.submit(
                page,
                page,
                Stream.concat(
                                seen.stream().map(role -> Map.entry("seen", role.name())),
                                roles.stream().map(role -> Map.entry("roles", role.name())))
                        .toList());
    }

    private void invite(Visitor admin, String id) {
        admin.submit("/projects", "/organisations/" + harbour + "/invite-people", Map.of("id", id));
    }

    /** What the letter says when it leaves. */
    private String letterTo(String id) {
        return links.inPlaceOf("/invitation", id).orElseThrow();
    }

    private int letters(String id) {
        return database.sql("select count(*) from notice where recipient = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> choose(String link, String password, String again) {
        return Visitor.browser(port).submit(link, link, Map.of("password", password, "again", again));
    }

    private String signIn(String id, String password) {
        return Visitor.browser(port)
                .signIn(id, password)
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private String person(String name, Role... roles) {
        var id = name + "." + harbour;
        accounts.add(
                List.of(new Account(
                        id,
                        name + " of " + harbour,
                        id + "@example.org",
                        false,
                        Stream.concat(Stream.of(Role.MEMBER), Stream.of(roles))
                                .map(role -> role.groupOf(harbour))
                                .collect(Collectors.toSet()))),
                SERVICE);
        return id;
    }
}
