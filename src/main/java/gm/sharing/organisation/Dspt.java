package gm.sharing.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.Month;

/** One year's result in the NHS Data Security and Protection Toolkit, from which an organisation's assurance follows. */
@Embeddable
public class Dspt {

    @Enumerated(EnumType.STRING)
    @Column(name = "dspt_status")
    private DsptStatus status;

    @Column(name = "dspt_year")
    private Integer year;

    protected Dspt() {}

    /**
     * A result as published.
     *
     * @param year the year in which the toolkit's edition closes: 2026 for the edition 2025-26
     */
    public Dspt(DsptStatus status, int year) {
        this.status = status;
        this.year = year;
    }

    public DsptStatus status() {
        return status;
    }

    /** The toolkit's edition, for example {@code 2025-26}. */
    public String edition() {
        return "%d-%02d".formatted(year - 1, year % 100);
    }

    /** The last day on which the result counts: the day on which the next edition closes. */
    public LocalDate expiry() {
        return LocalDate.of(year + 1, Month.JUNE, 30);
    }

    AssuranceLevel assurance(LocalDate on) {
        if (status == DsptStatus.NOT_PUBLISHED) {
            return AssuranceLevel.NOT_SUBMITTED;
        }
        if (on.isAfter(expiry())) {
            return AssuranceLevel.EXPIRED;
        }
        return switch (status) {
            case STANDARDS_EXCEEDED, STANDARDS_MET -> AssuranceLevel.SIGNIFICANT;
            case APPROACHING_STANDARDS -> AssuranceLevel.LIMITED;
            case STANDARDS_NOT_MET -> AssuranceLevel.NONE;
            case NOT_PUBLISHED -> AssuranceLevel.NOT_SUBMITTED;
        };
    }
}
