package gm.sharing;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application of the demonstration with two identity providers: one for Bolton Council, one for all. */
@DemoApplication
public abstract class WithProviders {

    protected static final IdentityProvider PROVIDER = IdentityProvider.running();

    @LocalServerPort
    protected int port;

    @Autowired
    protected IdentityService identity;

    @Autowired
    protected JdbcClient database;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        PROVIDER.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void register() {
        PROVIDER.serves(port);
    }

    /** An account of its own for a test, and at the provider somebody of the same name with its verified address. */
    protected String account(String... groups) {
        var id = "p" + UUID.randomUUID().toString().substring(0, 12);
        var user = identity.newUser(id);
        user.setFirstName("Pat");
        user.setLastName("Provided");
        user.setEmail(id + "@bolton.example");
        user.setPassword("not-used-" + UUID.randomUUID());
        identity.saveUser(user);
        for (var group : groups) {
            identity.createMembership(id, group);
        }
        PROVIDER.knows(id, Map.of("email", id + "@bolton.example", "email_verified", true));
        return id;
    }
}
