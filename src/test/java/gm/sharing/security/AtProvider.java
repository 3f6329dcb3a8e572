package gm.sharing.security;

import gm.sharing.IdentityProvider.Provided;
import gm.sharing.Visitor;
import gm.sharing.WithProviders;
import gm.sharing.audit.SecurityTrail;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** What tests of sign-in with providers share. */
abstract class AtProvider extends WithProviders {

    @Autowired
    SecurityTrail trail;

    HttpResponse<String> signIn(Visitor browser, String provider, String person) {
        return PROVIDER.signIn(browser, port, new Provided(provider, person));
    }

    /** A browser in which somebody came from the provider. */
    Visitor signedIn(String provider, String person) {
        var browser = Visitor.browser(port);
        var answer = signIn(browser, provider, person);
        if (!location(answer).endsWith("/work")) {
            throw new AssertionError(answer.statusCode() + " " + location(answer) + " " + answer.body());
        }
        return browser;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    List<String> recorded(String who) {
        return trail.find(who, "", Instant.EPOCH, Instant.parse("3000-01-01T00:00:00Z"), PageRequest.of(0, 50))
                .map(event -> event.type() + ": " + event.what())
                .getContent();
    }

    Set<String> groups(String person) {
        return database.sql("select group_id_ from act_id_membership where user_id_ = :person")
                .param("person", person)
                .query(String.class)
                .set();
    }

    int sessionsOf(String person) {
        return database.sql("select count(*) from spring_session where principal_name = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }
}
