package gm.sharing.workflow.access;

import gm.sharing.Visitor;
import gm.sharing.audit.SecurityEvent;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.People;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts that an administrator makes for a test. */
abstract class MadeAccounts {

    static final String USER = "/engine-rest/user/";
    static final String PASSWORD = "unicorn-teapot-9-granite";
    final String id =
            "p" + UUID.randomUUID().toString().substring(0, 8).replace('1', '7').replace('0', '8');

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    SecurityTrail trail;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    void create(String account) {
        var user = identity.newUser(account);
        user.setFirstName("Sam");
        user.setLastName("Hill");
        user.setEmail("");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
    }

    HttpResponse<String> setPassword(Visitor by, String byPassword, String password) {
        return by.send(
                "PUT",
                USER + id + "/credentials",
                Map.of("password", password, "authenticatedUserPassword", byPassword));
    }

    Visitor signedIn(String account, String password) {
        var visitor = Visitor.browser(port);
        visitor.signIn(account, password);
        return visitor;
    }

    Visitor admin() {
        return Visitor.program(port, "admin");
    }

    List<SecurityEvent> recorded(String who) {
        return trail.find(who, "", Instant.EPOCH, Instant.now().plusSeconds(3600), PageRequest.of(0, 200))
                .getContent();
    }
}
