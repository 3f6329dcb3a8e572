package gm.sharing.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Period;

/**
 * The times that the law and the Commissioner set, in calendar days and as in ISO 8601 ({@code P8W}).
 *
 * @param acceptance within which the Commissioner says whether the request is taken on, from submission
 * @param advice within which the Commissioner advises, from receipt
 * @param extension by which the Commissioner may take longer
 * @param extensionTold within which the Commissioner has to say so, from receipt
 */
@Embeddable
public record Periods(
        @Column(name = "acceptance_period") String acceptance,
        @Column(name = "advice_period") String advice,
        @Column(name = "extension_period") String extension,
        @Column(name = "extension_told_within") String extensionTold) {

    /** @throws java.time.format.DateTimeParseException when one is not written as in ISO 8601 */
    public Periods {
        Period.parse(acceptance);
        Period.parse(advice);
        Period.parse(extension);
        Period.parse(extensionTold);
    }
}
