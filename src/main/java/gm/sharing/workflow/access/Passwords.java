package gm.sharing.workflow.access;

import gm.sharing.audit.SecurityTrail;
import gm.sharing.security.SignInThrottle;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks passwords, for every way in alike. An account that does not exist takes as long as one that does. What earlier releases
 * stored as one quick round is stored anew when its password was right.
 */
@Component
class Passwords {

    /** Longer than anybody types, shorter than what would keep a processor busy. */
    static final int LONGEST = 256;

    private static final int LONGEST_ID = 64;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignInThrottle throttle;
    private final SecurityTrail record;
    private final DemoPassword demoPassword;
    private final SlowHash hash;
    private final PasswordManager formats;
    private final VerifiedPasswords verified = new VerifiedPasswords();
    private final String nobodys;

    Passwords(
            JdbcClient jdbc,
            Clock clock,
            SignInThrottle throttle,
            SecurityTrail record,
            DemoPassword demoPassword,
            @Value("${sharing.sign-in.bcrypt-strength:10}") int strength) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.throttle = throttle;
        this.record = record;
        this.demoPassword = demoPassword;
        this.hash = new SlowHash(strength);
        this.formats = new PasswordManager(hash, List.of());
        this.nobodys = formats.encrypt("nobody's");
    }

    SlowHash hash() {
        return hash;
    }

    /**
     * Whether the two belong together.
     *
     * @throws gm.sharing.security.TooManyAttempts when too many wrong ones were tried lately
     */
    boolean match(String id, String password) {
        Stored stored = stored(id).orElse(null);
        if (stored != null && verified.knows(id, stored.password(), password, clock.instant())) {
            return true;
        }
        boolean right = throttle.check(id, () -> isRight(stored, password));
        if (!right) {
            record.recordRefusal(
                    stored == null ? SecurityTrail.ANONYMOUS : id,
                    "sign-in.failed",
                    stored == null ? "Gave a name that nobody has." : "Gave a wrong password.");
        } else if (stored != null) {
            verified.remember(id, renewed(id, stored, password), password, clock.instant());
        }
        return right;
    }

    /** Each way through this does the slow work once. */
    private boolean isRight(@Nullable Stored stored, String password) {
        String salted = (password.length() > LONGEST ? "" : password) + (stored == null ? "" : stored.salt());
        if (stored == null || password.length() > LONGEST) {
            formats.check(salted, nobodys);
            return false;
        }
        boolean right = formats.check(salted, stored.password()) && !demoPassword.isRefused(password);
        if (!SlowHash.isSlow(stored.password())) {
            formats.check(salted, nobodys);
        }
        return right;
    }

    /** What is stored from now on. */
    private String renewed(String id, Stored stored, String password) {
        if (!hash.isOutdated(stored.password())) {
            return stored.password();
        }
        String now = formats.encrypt(password + stored.salt());
        int changed = jdbc.sql("update act_id_user set pwd_ = :now, rev_ = rev_ + 1 where id_ = :id and pwd_ = :before")
                .param("now", now)
                .param("id", id)
                .param("before", stored.password())
                .update();
        return changed == 1 ? now : stored.password();
    }

    private Optional<Stored> stored(String id) {
        if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return jdbc.sql("select pwd_ as password, salt_ as salt from act_id_user where id_ = :id and pwd_ is not null")
                .param("id", id)
                .query((row, number) -> new Stored(
                        row.getString("password"),
                        Optional.ofNullable(row.getString("salt")).orElse("")))
                .optional();
    }

    private record Stored(String password, String salt) {}
}
