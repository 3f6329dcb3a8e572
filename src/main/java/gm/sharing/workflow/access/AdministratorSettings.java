package gm.sharing.workflow.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator. */
@ConfigurationProperties("sharing.admin")
record AdministratorSettings(@Nullable String user, @Nullable String password, @Nullable String email) {

    @Override
    public String toString() {
        return "administrator " + user;
    }
}
