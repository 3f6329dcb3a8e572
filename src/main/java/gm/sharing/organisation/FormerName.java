package gm.sharing.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation was called before.
 *
 * @param name its public name then
 * @param legalName its name in law then, where it was another
 * @param until the last day on which it was called so
 */
@Embeddable
public record FormerName(String name, @Nullable String legalName, @Column(name = "until_day") LocalDate until) {}
