package gm.sharing.workflow.access;

import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes sure that somebody can administer the application, from configuration. An account that exists keeps its
 * password. Without anybody to administer it, or with accounts whose passwords everybody knows, it does not start.
 */
@Component
@Profile("!demo")
@EnableConfigurationProperties(AdministratorSettings.class)
@Order(40)
class FirstAdministrator implements EnginePreparation {

    private final Accounts accounts;
    private final AdministratorSettings settings;

    FirstAdministrator(Accounts accounts, AdministratorSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void prepare() {
        if (accounts.anyWithAddressIn(DemoAccounts.DOMAIN)) {
            throw new CannotStart(
                    "The database holds accounts of the demonstration, whose passwords everybody knows.",
                    "Start with an empty database (spring.datasource.url), or with the profile \"demo\".");
        }
        String user = settings.user();
        if (user != null && !user.isBlank()) {
            appoint(user);
        } else if (!accounts.anyIn(Role.ADMINISTRATOR.group())) {
            throw new CannotStart(
                    "There is no administrator yet.",
                    "Set sharing.admin.user and sharing.admin.password (environment: SHARING_ADMIN_USER,"
                            + " SHARING_ADMIN_PASSWORD) for the first start; sharing.admin.email is optional."
                            + " To look around with ready-made accounts, start with the profile \"demo\".");
        }
    }

    private void appoint(String user) {
        if (!accounts.exists(user)) {
            String password = settings.password();
            if (password == null || password.length() < LongPasswords.SHORTEST) {
                throw new CannotStart(
                        "The administrator \"" + user + "\" needs a password of at least " + LongPasswords.SHORTEST
                                + " characters.",
                        "Set sharing.admin.password (environment: SHARING_ADMIN_PASSWORD). Once the account exists, it"
                                + " keeps its password and the setting can be removed.");
            }
            accounts.create(user, "Administrator", settings.email() == null ? "" : settings.email(), password);
        }
        accounts.addTo(user, Role.ADMINISTRATOR.group());
    }
}
