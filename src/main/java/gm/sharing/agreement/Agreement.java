package gm.sharing.agreement;

import gm.sharing.document.Section;
import gm.sharing.project.Arrangements;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private String title;

    @Column(columnDefinition = "text")
    private String ledBy;

    @Column(columnDefinition = "text")
    private String parties;

    /** The parties' codes, to find it by what they are called today. */
    @ElementCollection
    @CollectionTable(name = "agreement_party", joinColumns = @JoinColumn(name = "agreement"))
    @Column(name = "organisation")
    private Set<String> partyCodes = new HashSet<>();

    /** What a search looks in, in plain letters. */
    @Column(columnDefinition = "text")
    private String words;

    private LocalDate startsOn;
    private LocalDate reviewOn;
    private @Nullable LocalDate endsOn;
    private Instant publishedAt;

    /**
     * Publishes a version.
     *
     * @param on the day on which it is published: an agreement is not in force before
     */
    Agreement(AgreementVersion version, String ledBy, Arrangements arrangements, Instant publishedAt, LocalDate on) {
        AgreementContent content = version.content();
        this.reference = version.reference().value();
        this.version = version;
        this.title = content.title();
        this.ledBy = ledBy;
        this.parties = content.sections("partner").stream().map(Section::title).collect(Collectors.joining("\n"));
        content.sections("partner").stream().map(Section::item).forEach(partyCodes::add);
        this.words = PlainLetters.of(title + "\n" + parties + "\n" + content.searchable());
        this.startsOn = arrangements.inForceFrom(on);
        this.reviewOn = arrangements.reviewBy(startsOn);
        this.endsOn = arrangements.endDate();
        this.publishedAt = publishedAt;
    }

    protected Agreement() {}

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    /** The version that was signed; only of an agreement that was found by its reference. */
    public AgreementVersion version() {
        return version;
    }

    public String title() {
        return title;
    }

    /** The name of the organisation that leads, and of the partnership for which it does. */
    public String ledBy() {
        return ledBy;
    }

    /** The parties' names. */
    public List<String> parties() {
        return parties.lines().toList();
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
