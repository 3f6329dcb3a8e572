package gm.sharing.agreement;

import gm.sharing.project.ProjectReference;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published agreement. It goes by the reference of its project. */
@Entity
@Table(name = "agreement")
public class Agreement {

    @Id
    private String reference;

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "version_id")
    private AgreementVersion version;

    private LocalDate startsOn;
    private LocalDate reviewOn;
    private @Nullable LocalDate endsOn;
    private Instant publishedAt;

    Agreement(
            AgreementVersion version,
            LocalDate startsOn,
            LocalDate reviewOn,
            @Nullable LocalDate endsOn,
            Instant publishedAt) {
        this.reference = version.reference().value();
        this.version = version;
        this.startsOn = startsOn;
        this.reviewOn = reviewOn;
        this.endsOn = endsOn;
        this.publishedAt = publishedAt;
    }

    protected Agreement() {}

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    /** The version that was signed. */
    public AgreementVersion version() {
        return version;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate reviewOn() {
        return reviewOn;
    }

    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public AgreementStatus statusOn(LocalDate day) {
        if (endsOn != null && day.isAfter(endsOn)) {
            return AgreementStatus.ENDED;
        }
        if (day.isBefore(startsOn)) {
            return AgreementStatus.STARTS_LATER;
        }
        return day.isAfter(reviewOn) ? AgreementStatus.REVIEW_OVERDUE : AgreementStatus.IN_FORCE;
    }
}
