package gm.sharing.absence;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Separation;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody is away for some days, and a colleague is their deputy. It ends by itself after its last day. */
@Entity
public class Absence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private String person;

    private String personName;

    private OrganisationCode organisation;

    private String deputy;

    private String deputyName;

    private LocalDate firstDay;

    private LocalDate lastDay;

    private @Nullable Instant endedAt;

    protected Absence() {}

    /** @param today an absence is noted before it begins, or on its first day */
    Absence(Person away, Person deputy, LocalDate firstDay, LocalDate lastDay, LocalDate today) {
        this.organisation = away.organisation()
                .orElseThrow(() -> Refused.of(
                        "deputy",
                        "%s belongs to no organisation, so nobody there can be a deputy.".formatted(away.name())));
        if (away.id().equals(deputy.id())) {
            throw Refused.of("deputy", "choose a colleague.");
        }
        if (!deputy.organisation().equals(away.organisation())) {
            throw Refused.of("deputy", "choose somebody of the same organisation.");
        }
        if (!Separation.mayStandIn(deputy, away)) {
            throw Refused.of(
                    "deputy",
                    ("%s and %s cannot stand in for each other, because a data protection officer advises and"
                                    + " neither leads projects nor decides. Choose somebody else.")
                            .formatted(deputy.name(), away.name()));
        }
        if (firstDay.isBefore(today)) {
            throw Refused.of("firstDay", "choose today or a later day.");
        }
        if (lastDay.isBefore(firstDay)) {
            throw Refused.of("lastDay", "choose the first day or a later one.");
        }
        if (lastDay.isAfter(firstDay.plusYears(1))) {
            throw Refused.of(
                    "lastDay",
                    "nobody has a deputy for more than a year. Ask an administrator to give the"
                            + " role to somebody else.");
        }
        this.person = away.id();
        this.personName = away.name();
        this.deputy = deputy.id();
        this.deputyName = deputy.name();
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** Ends it before its last day, or before it begins. */
    void end(Instant now, LocalDate today) {
        if (endedAt != null || lastDay.isBefore(today)) {
            throw new Refused("This absence has already ended.");
        }
        endedAt = now;
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return endedAt == null && !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }

    public Optional<Long> id() {
        return Optional.ofNullable(id);
    }

    /** The id of the person who is away. */
    public String person() {
        return person;
    }

    public String personName() {
        return personName;
    }

    /** To which both belonged when it was noted. */
    public OrganisationCode organisation() {
        return organisation;
    }

    /** The id of the deputy. */
    public String deputy() {
        return deputy;
    }

    public String deputyName() {
        return deputyName;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }
}
