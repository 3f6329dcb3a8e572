package gm.sharing.project;

import gm.sharing.Dates;
import gm.sharing.NeededBy;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the partners handle what they share: what rules read of the form agree-arrangements.
 *
 * @param retentionPeriod how long the information is kept at most, as an ISO 8601 duration in years, months, weeks or days, for example {@code P6Y}
 * @param contact the one email address for people who use their rights
 * @param endDate the sharing's last day, or null when it is open-ended
 * @param signOffRule whose signatures the agreement needs; where nothing was said, every partner's
 */
@Embeddable
@NeededBy("the agreement")
public record Arrangements(
        @NotBlank @Size(max = 20) @Pattern(
                        regexp = PERIOD,
                        message = "must be a period such as P6Y (six years) or P18M (eighteen months)")
                String retentionPeriod,
        @NotBlank @Email @Size(max = 250) String contact,
        @NotNull LocalDate startDate,
        @NotNull @Min(1) @Max(3) Integer reviewYears,
        @Nullable LocalDate endDate,
        @Valid @Embedded SignOffRule signOffRule) {

    /**
     * A year: the term of a data sharing agreement begins at most twelve months after it is issued (NHS England, Data Access
     * Request Service, standard 1).
     */
    private static final int MOST_MONTHS_AHEAD = 12;

    private static final String PERIOD = "P(?=\\d)(\\d{1,3}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?";

    public Arrangements {
        signOffRule = Objects.requireNonNullElse(signOffRule, SignOffRule.ALL);
    }

    /**
     * Refuses days that contradict today or each other, all at once. A first day that passed since it was written may stay:
     * the agreement is in force from its publication then.
     *
     * @param before the arrangements that these replace
     */
    void mustBeInTime(LocalDate today, Optional<Arrangements> before) {
        List<Complaint> complaints = new ArrayList<>();
        boolean writtenBefore =
                before.map(Arrangements::startDate).filter(startDate::equals).isPresent();
        if (startDate.isBefore(today) && !writtenBefore) {
            complaints.add(Complaint.of(
                    "startDate", "%s is in the past. Give today or a later day.".formatted(Dates.day(startDate))));
        }
        if (startDate.isAfter(today.plusMonths(MOST_MONTHS_AHEAD))) {
            complaints.add(Complaint.of(
                    "startDate",
                    "give a day within %d months. What the partners assess and sign now may no longer hold after that."
                            .formatted(MOST_MONTHS_AHEAD)));
        }
        if (endDate != null && endDate.isBefore(startDate)) {
            complaints.add(Complaint.of("endDate", "give the first day of the sharing or a later day."));
        } else if (hasEnded(today)) {
            complaints.add(Complaint.of(
                    "endDate",
                    "%s is in the past. Give today or a later day, or leave it empty.".formatted(lastDay())));
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
    }

    /** Whether the last day has passed: what ended before it was published is not published. */
    public boolean hasEnded(LocalDate today) {
        return endDate != null && endDate.isBefore(today);
    }

    /** The last day in words, of a sharing that has one. */
    public String lastDay() {
        return Dates.day(Objects.requireNonNull(endDate));
    }

    /** From which day an agreement on them is in force: the first day, or that of its publication if that is later. */
    public LocalDate inForceFrom(LocalDate published) {
        return startDate.isBefore(published) ? published : startDate;
    }

    /** By when the partners look again at an agreement that is in force from that day: before it ends at the latest. */
    public LocalDate reviewBy(LocalDate inForce) {
        LocalDate review = inForce.plusYears(reviewYears);
        return endDate == null || review.isBefore(endDate) ? review : endDate;
    }

    public Period retained() {
        return Period.parse(retentionPeriod);
    }
}
