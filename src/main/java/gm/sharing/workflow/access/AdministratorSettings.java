package gm.sharing.workflow.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator.
 *
 * @param resetPassword whether an account that exists gets the password at this start: for when nobody knows it any more
 */
@ConfigurationProperties("sharing.admin")
record AdministratorSettings(
        @Nullable String user, @Nullable String password, @Nullable String email, @Nullable Boolean resetPassword) {

    boolean resetsPassword() {
        return Boolean.TRUE.equals(resetPassword);
    }

    @Override
    public String toString() {
        return "administrator " + user;
    }
}
