package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.notification.SecretLinks;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations that two people use, send or end at the same moment: one of them does it, the other is told in plain words. */
@DemoApplication
class InvitationRacesIntegrationTests {

    private static final String PASSWORD = "marmalade-otter-quilt-47";
    private static final Person SERVICE = ChangedOrganisations.ADMINISTRATOR;
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Imports imports;

    @Autowired
    OrganisationAccounts accounts;

    @Autowired
    SecretLinks links;

    @Autowired
    JdbcClient database;

    private OrganisationCode quay;

    @BeforeEach
    void anOrganisation() {
        database.sql("delete from sign_in_attempts").update();
        quay = new OrganisationCode("quay" + COUNT.incrementAndGet());
        new ImportedFiles(beans).organisations("code,name,sector\n%1$s,School of %1$s,OTHER".formatted(quay));
    }

    @RepeatedTest(5)
    void oneOfTwoChoosesThePasswordByTheSameLink() throws Exception {
        var ada = invited("ada");
        var link = letterTo(ada);

        var answers = atOnce(choosing(link, PASSWORD + "a"), choosing(link, PASSWORD + "b"));

        assertThat(answers.stream().filter(answer -> answer.body().contains("Your password is saved")))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 410 || isSlowedDown(answer)))
                .as("%s", answers)
                .hasSize(1)
                .allMatch(answer -> answer.body().contains("It was used already") || isSlowedDown(answer));
        assertThat(Visitor.browser(port).get(link).body()).contains("It was used already");
        assertThat(Stream.of("a", "b").filter(last -> signsIn(ada, PASSWORD + last)))
                .hasSize(1);
        assertThat(accepted()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aLinkIsUsedOrEndsWhileTheInvitationIsSentAgain() throws Exception {
        var ada = invited("ada");
        var link = letterTo(ada);
        var admin = Visitor.signedIn(port, "admin");

        var answers = atOnce(choosing(link, PASSWORD), inviting(admin, ada));

        assertThat(answers.get(0).statusCode()).as("%s", answers).isIn(200, 404, 410, 429);
        assertThat(answers.get(1).statusCode()).isEqualTo(302);
        boolean saved = answers.get(0).body().contains("Your password is saved");
        assertThat(signsIn(ada, PASSWORD)).isEqualTo(saved);
        assertThat(saved
                        || answers.get(0).body().contains("a newer one has replaced it")
                        || isSlowedDown(answers.get(0)))
                .isTrue();
    }

    @RepeatedTest(5)
    void aLinkLeadsNowhereOnceTheAccountIsDisabled() throws Exception {
        var ada = invited("ada");
        var link = letterTo(ada);
        var admin = Visitor.signedIn(port, "admin");

        var answers = atOnce(
                choosing(link, PASSWORD),
                () -> admin.submit(
                        "/leaving/" + ada, "/leaving/" + ada + "/disable", Map.of("reason", "Invited by mistake.")));

        assertThat(answers.get(0).statusCode()).as("%s", answers).isIn(200, 410, 429);
        assertThat(answers.get(1).statusCode()).isEqualTo(302);
        assertThat(signsIn(ada, PASSWORD)).isFalse();
        var afterwards = Visitor.browser(port).get(link);
        assertThat(afterwards.statusCode()).isEqualTo(410);
        assertThat(afterwards.body()).contains("the account was closed").doesNotContain(ada);
    }

    @RepeatedTest(5)
    void aLinkLeadsNowhereOnceTheOrganisationHasEnded() throws Exception {
        var ada = invited("ada");
        var bob = invited("bob");
        var adas = letterTo(ada);
        var bobs = letterTo(bob);

        var answers = atOnce(choosing(adas, PASSWORD), () -> {
            new ChangedOrganisations(beans)
                    .change(quay.value(), "succession", "succeeded-on", "2026-04-01", "successor", "bolton");
            return Visitor.browser(port).get("/login");
        });

        assertThat(answers.get(0).statusCode()).as("%s", answers).isIn(200, 410, 429);
        assertThat(signsIn(ada, PASSWORD)).isEqualTo(answers.get(0).body().contains("Your password is saved"));
        var afterwards = choose(bobs, PASSWORD);
        assertThat(afterwards.statusCode()).isIn(403, 410);
        assertThat(Visitor.browser(port).get(bobs).body())
                .contains("is part of another one")
                .doesNotContain(bob);
        assertThat(signsIn(bob, PASSWORD)).isFalse();
    }

    @RepeatedTest(5)
    void oneLetterGoesToSomebodyWhomTwoAdministratorsInvite() throws Exception {
        var ada = person("ada");
        var one = Visitor.signedIn(port, "admin");
        var other = Visitor.signedIn(port, "admin");

        var answers = atOnce(inviting(one, ada), inviting(other, ada));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(302, 302);
        assertThat(letters(ada)).isEqualTo(1);
        assertThat(Stream.of(one, other).map(this::people))
                .anyMatch(page -> page.contains("1 invitation is on its way."))
                .anyMatch(page -> page.contains("There was nobody to invite."));
    }

    @RepeatedTest(5)
    void oneAccountIsAddedForAnAddressThatTwoAdministratorsImport() throws Exception {
        var address = "ada." + quay + "@example.org";
        var file = "name,email,organisation,roles\nAda of Quay,%s,%s,ig".formatted(address, quay);

        var answers = atOnce(importing("admin", file), importing("admin", file));

        assertThat(accounts.withEmail(List.of(address))).hasSize(1);
        assertThat(letters("ada." + quay)).isEqualTo(1);
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 200);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).allMatch(answer -> answer.body()
                .contains("The directory changed after you checked the file"));
    }

    @Test
    void oneAccountIsAddedForAnAddressInTwoOrganisations() throws Exception {
        var address = "both." + quay + "@example.org";
        var file = "name,email,organisation,roles\nAda of Both,%s,%s,ig";

        var answers = atOnce(
                importing("admin.bolton", file.formatted(address, "bolton")),
                importing("admin.salford", file.formatted(address, "salford")));

        assertThat(accounts.withEmail(List.of(address))).hasSize(1);
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 200);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).allMatch(answer -> answer.body()
                .contains("The directory changed after you checked the file"));
    }

    /** Of two who try at the same moment one may have to wait. */
    private static boolean isSlowedDown(HttpResponse<String> answer) {
        return answer.statusCode() == 429 && answer.body().contains("then open the link again");
    }

    private Callable<HttpResponse<String>> choosing(String link, String password) {
        var browser = Visitor.browser(port);
        return () -> browser.submit("/login", link, Map.of("password", password, "again", password));
    }

    private HttpResponse<String> choose(String link, String password) throws Exception {
        return choosing(link, password).call();
    }

    private Callable<HttpResponse<String>> inviting(Visitor admin, String id) {
        return () -> admin.submit("/projects", "/organisations/" + quay + "/invite-people", Map.of("id", id));
    }

    private Callable<HttpResponse<String>> importing(String account, String file) {
        var visitor = Visitor.signedIn(port, account);
        var by = person(account, file);
        var kept = imports.find(
                        ImportKind.PEOPLE,
                        imports.take(ImportKind.PEOPLE, "people.csv", file.getBytes(StandardCharsets.UTF_8), by),
                        by)
                .orElseThrow();
        var digest = imports.check(kept, by).digest();
        return () -> visitor.submit(
                "/projects", "/organisations/import-people/" + kept.id(), Map.of("digest", digest, "invite", "true"));
    }

    private static Person person(String account, String file) {
        return account.equals("admin")
                ? SERVICE
                : new Person(account, account, "", Set.of("org-" + account.substring(6), account.replace('.', '-')));
    }

    private String people(Visitor admin) {
        return admin.get("/organisations/" + quay + "/people").body();
    }

    /** Both begin together. */
    private static List<HttpResponse<String>> atOnce(
            Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var futures = Stream.of(one, other)
                    .map(work -> pool.submit(() -> {
                        barrier.await();
                        return work.call();
                    }))
                    .toList();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private String invited(String name) throws Exception {
        var id = person(name);
        inviting(Visitor.signedIn(port, "admin"), id).call();
        return id;
    }

    private String person(String name) {
        var id = name + "." + quay;
        accounts.add(
                List.of(new Account(
                        id, name + " of " + quay, id + "@example.org", false, Set.of(Role.MEMBER.groupOf(quay)))),
                SERVICE);
        return id;
    }

    private String letterTo(String id) {
        return links.inPlaceOf("/invitation", id).orElseThrow();
    }

    private boolean signsIn(String id, String password) {
        database.sql("delete from sign_in_attempts").update();
        return Visitor.browser(port)
                .signIn(id, password)
                .headers()
                .firstValue("Location")
                .orElse("")
                .endsWith("/work");
    }

    private int letters(String id) {
        return database.sql("select count(*) from notice where recipient = ? and path = '/invitation'")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private int accepted() {
        return database.sql("select count(*) from event where type = 'person.accepted' and what like ?")
                .param("ada of " + quay + "%")
                .query(Integer.class)
                .single();
    }
}
