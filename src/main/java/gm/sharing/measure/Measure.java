package gm.sharing.measure;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that an approved assessment or a signature promised, and whether its owner has put it in place. */
@Entity
@Table(name = "measure")
public class Measure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private String project;

    @Embedded
    private Origin origin;

    @Column(columnDefinition = "text")
    private String what;

    private String owner;

    private String ownerName;

    /** The date in the assessment; {@link #due} may have been put off since. */
    private @Nullable LocalDate promised;

    private @Nullable LocalDate due;

    @Enumerated(EnumType.STRING)
    private MeasureStatus status;

    @Column(columnDefinition = "text")
    private @Nullable String evidence;

    @Column(columnDefinition = "text")
    private @Nullable String delayReason;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "settled_by"))
    @AttributeOverride(name = "name", column = @Column(name = "settled_name"))
    @AttributeOverride(name = "at", column = @Column(name = "settled_at"))
    private @Nullable By settled;

    protected Measure() {}

    Measure(ProjectReference project, Promise promise) {
        this.project = project.value();
        this.origin = promise.origin();
        take(promise);
        this.status = promise.due() == null ? MeasureStatus.IN_PLACE : MeasureStatus.OPEN;
    }

    private void take(Promise promise) {
        what = promise.what();
        owner = promise.owner();
        ownerName = promise.ownerName();
        promised = promise.due();
        due = promise.due();
        delayReason = null;
    }

    /** Whether the promise is the one that this measure was made for, however it is worded now. */
    boolean isFor(Promise promise) {
        return promise.origin().equals(origin)
                && (origin.section() == null || promise.what().equals(what));
    }

    /**
     * Takes over what the assessment promises now. What is in place stays so unless something else is to be done.
     *
     * @return whether its owner has to be asked anew
     */
    boolean renew(Promise promise) {
        boolean sameWork = status != MeasureStatus.DROPPED && what.equals(promise.what());
        if (sameWork && owner.equals(promise.owner()) && Objects.equals(promised, promise.due())) {
            return false;
        }
        boolean stillInPlace = sameWork && status == MeasureStatus.IN_PLACE;
        take(promise);
        if (stillInPlace) {
            return false;
        }
        status = promise.due() == null ? MeasureStatus.IN_PLACE : MeasureStatus.OPEN;
        evidence = null;
        settled = null;
        return true;
    }

    /** Takes what its owner says about it. */
    void answer(MeasureAnswer answer, By by) {
        requireOpen();
        if (answer.inPlace()) {
            confirm(answer.evidence(), by);
        } else {
            putOff(answer.newDate(), answer.reason(), by.on());
        }
    }

    private void confirm(@Nullable String shown, By by) {
        if (shown == null) {
            throw Refused.of("evidence", "say where anybody finds that the measure is in place.");
        }
        status = MeasureStatus.IN_PLACE;
        evidence = shown;
        settled = by;
    }

    private void putOff(@Nullable LocalDate until, @Nullable String reason, LocalDate today) {
        if (until == null || !until.isAfter(today)) {
            throw Refused.of("newDate", "choose a day after today.");
        }
        if (reason == null) {
            throw Refused.of("reason", "give the reason.");
        }
        due = until;
        delayReason = reason;
    }

    /** Nothing happens when it is dropped already. */
    void drop() {
        status = MeasureStatus.DROPPED;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new Refused("This measure is not open any more: it is "
                    + (status == MeasureStatus.IN_PLACE ? "in place." : "no longer promised."));
        }
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public ProjectReference project() {
        return new ProjectReference(project);
    }

    public Origin origin() {
        return origin;
    }

    public String what() {
        return what;
    }

    public String owner() {
        return owner;
    }

    public String ownerName() {
        return ownerName;
    }

    public Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    public MeasureStatus status() {
        return status;
    }

    public boolean isOpen() {
        return status == MeasureStatus.OPEN;
    }

    /** Whether it should be in place by this day and is not. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && due != null && due.isBefore(today);
    }

    /** Whether it was promised for the first day of the sharing or an earlier one, also when it was put off since. */
    public boolean isBeforeStart(LocalDate firstDay) {
        return promised != null && !promised.isAfter(firstDay);
    }

    /** What its owner said about how it can be seen. */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidence);
    }

    /** Why it was put off the last time. */
    public Optional<String> delayReason() {
        return Optional.ofNullable(delayReason);
    }

    /** Who said that it is in place, and when. */
    public Optional<By> settled() {
        return Optional.ofNullable(settled);
    }
}
