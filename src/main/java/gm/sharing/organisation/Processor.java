package gm.sharing.organisation;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who processes personal data for an organisation (UK GDPR, Article 28).
 *
 * @param purpose what for
 * @param place where the data is held
 * @param contractEnd the last day of the contract; null without one
 */
@Embeddable
public record Processor(String name, String purpose, @Nullable String place, @Nullable LocalDate contractEnd) {}
