package gm.sharing.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the partners handle what they share: the answers of the form agree-arrangements.
 *
 * @param retention how long the information is kept and why
 * @param retentionPeriod the same as an ISO 8601 duration in years, months, weeks or days, for example {@code P6Y}
 * @param contact the one e-mail address for people who use their rights
 * @param endDate the sharing's last day, or null when it is open-ended
 * @param signOffRule whose signatures the agreement needs; where nothing was said, every partner's
 */
@Embeddable
public record Arrangements(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String retention,
        @NotBlank @Size(max = 20) @Pattern(
                        regexp = PERIOD,
                        message = "must be a period such as P6Y (six years) or P18M (eighteen months)")
                String retentionPeriod,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String deletion,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String minimisation,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String accuracy,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String securityMeasures,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String staffAccess,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String onwardUse,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String breaches,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String informing,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String rights,
        @NotBlank @Email @Size(max = 250) String contact,
        @NotNull LocalDate startDate,
        @NotNull @Min(1) @Max(3) Integer reviewYears,
        @Nullable LocalDate endDate,
        @Valid @Embedded SignOffRule signOffRule) {

    private static final String PERIOD = "P(?=\\d)(\\d{1,3}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?";

    public Arrangements {
        signOffRule = Objects.requireNonNullElse(signOffRule, SignOffRule.ALL);
    }

    /** When the partners look at the agreement again. */
    public LocalDate reviewDate() {
        return startDate.plusYears(reviewYears);
    }

    public Period retained() {
        return Period.parse(retentionPeriod);
    }
}
