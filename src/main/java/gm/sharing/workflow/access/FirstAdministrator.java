package gm.sharing.workflow.access;

import gm.sharing.organisation.Role;
import gm.sharing.security.SignInThrottle;
import gm.sharing.workflow.CannotStart;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes sure that somebody can administer the application, from configuration. An account that exists keeps its password,
 * unless that is the one of the demonstration or the configuration asks for another one. Without anybody to administer it the application does not start.
 */
@Component
@Profile("!demo")
@EnableConfigurationProperties(AdministratorSettings.class)
@Order(40)
class FirstAdministrator implements EnginePreparation {

    private final Accounts accounts;
    private final AdministratorSettings settings;
    private final DemoPassword demo;
    private final SignInThrottle throttle;

    FirstAdministrator(Accounts accounts, AdministratorSettings settings, DemoPassword demo, SignInThrottle throttle) {
        this.throttle = throttle;
        this.accounts = accounts;
        this.settings = settings;
        this.demo = demo;
    }

    @Override
    public String what() {
        return "the administrator of the configuration";
    }

    @Override
    public void prepare(Parts parts) {
        String user = settings.user();
        if (user != null && !user.isBlank()) {
            appoint(user);
            return;
        }
        Set<String> administrators = accounts.in(Role.ADMINISTRATOR.group());
        if (administrators.isEmpty()) {
            throw new CannotStart(
                    "There is no administrator yet.",
                    "Set sharing.admin.user and sharing.admin.password (environment: SHARING_ADMIN_USER,"
                            + " SHARING_ADMIN_PASSWORD) for the first start; sharing.admin.email is optional."
                            + " To look around with ready-made accounts, start with the profile \"demo\".");
        }
        if (administrators.stream().allMatch(demo::isOf)) {
            throw new CannotStart(
                    "Every administrator has the password of the demonstration, with which nobody signs in outside it.",
                    "Set sharing.admin.user and sharing.admin.password (environment: SHARING_ADMIN_USER,"
                            + " SHARING_ADMIN_PASSWORD): an account of that name gets the password, or is made."
                            + " Everything that is stored stays. Or start with the profile \"demo\".");
        }
    }

    private void appoint(String user) {
        if (!accounts.exists(user)) {
            if (!accounts.isFree(user)) {
                throw new CannotStart(
                        "The administrator \"" + user + "\" cannot be created: an account of this name was deleted, or"
                                + " one has a name that looks like it. The record names people by it.",
                        "Set sharing.admin.user (environment: SHARING_ADMIN_USER) to another name, or remove it.");
            }
            accounts.create(user, "Administrator", settings.email() == null ? "" : settings.email(), password(user));
        } else if (demo.isOf(user) || settings.resetsPassword()) {
            accounts.setPassword(user, password(user));
        }
        accounts.addTo(user, Role.ADMINISTRATOR.group());
        throttle.open(user);
    }

    private String password(String user) {
        String password = settings.password();
        if (password == null || password.length() < LongPasswords.SHORTEST) {
            throw new CannotStart(
                    "The administrator \"" + user + "\" needs a password of at least " + LongPasswords.SHORTEST
                            + " characters.",
                    "Set sharing.admin.password (environment: SHARING_ADMIN_PASSWORD). Once the account exists, it"
                            + " keeps its password and the setting can be removed.");
        }
        if (!LongPasswords.allow(password, user)) {
            throw new CannotStart(
                    "The password of the administrator \"" + user + "\" is common or made of common words.",
                    "Set sharing.admin.password (environment: SHARING_ADMIN_PASSWORD) to something that nobody would try,"
                            + " such as several unusual words.");
        }
        return password;
    }
}
