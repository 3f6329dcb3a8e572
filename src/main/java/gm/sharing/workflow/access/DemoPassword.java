package gm.sharing.workflow.access;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The password that all accounts of the demonstration have and everybody knows. Outside the demonstration nobody signs in with
 * it, whatever account they name; nothing that is stored has to change for that.
 */
@Component
class DemoPassword {

    static final String PASSWORD = "demo";

    /** How the demonstration names its accounts: only of those it is worth to compute what a password would be stored as. */
    private static final Pattern NAMES =
            Pattern.compile("(lead|ig2?|dpo|signatory2?|caldicott)\\.[a-z0-9]+|board|ethics|owner|admin");

    private final ProcessEngine engine;
    private final boolean demo;

    /** Lazy, because what the engine is built with asks who signs in. */
    DemoPassword(@Lazy ProcessEngine engine, Environment environment) {
        this.engine = engine;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether nobody signs in with this password here. */
    boolean isRefused(String password) {
        return !demo && PASSWORD.equals(password);
    }

    /** Whether the account is one of the demonstration that still has this password. Counts as no attempt to sign in. */
    boolean isOf(String id) {
        return NAMES.matcher(id).matches()
                && hasIt(
                        engine.getIdentityService().createUserQuery().userId(id).singleResult());
    }

    /** The ids of all accounts of the demonstration that still have this password. */
    List<String> accounts() {
        return engine.getIdentityService().createUserQuery().list().stream()
                .filter(user -> NAMES.matcher(user.getId()).matches() && hasIt(user))
                .map(User::getId)
                .sorted()
                .toList();
    }

    private boolean hasIt(@Nullable User user) {
        return user instanceof UserEntity account
                && account.getPassword() != null
                && ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getPasswordManager()
                        .check(EncryptionUtil.saltPassword(PASSWORD, account.getSalt()), account.getPassword());
    }
}
