package gm.sharing.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an organisation's scheme of delegation lets sign. A fact for partners and documents: who may sign in the
 * service is said by the groups of accounts.
 *
 * @param signs what they may sign, and up to which limit
 * @param until the last day on which they may; null without one
 */
@Embeddable
public record Signatory(
        String name, @Nullable String post, String signs, @Column(name = "until_day") @Nullable LocalDate until) {}
