package gm.sharing.mandate;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That the IG officers of an organisation sign named kinds of change in the place of one of its signatories, for at most a
 * year. What was given is never changed: whoever wants another one ends it and gives that.
 */
@Entity
public class Mandate {

    private static final Words WORDS = Words.in("mandate/rules");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private OrganisationCode organisation;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "giver"))
    @AttributeOverride(name = "name", column = @Column(name = "giver_name"))
    @AttributeOverride(name = "at", column = @Column(name = "given_at"))
    private By giver;

    private String giverPost;
    private String kinds;
    private LocalDate firstDay;
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending endedBecause;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "ended_by"))
    @AttributeOverride(name = "name", column = @Column(name = "ended_name"))
    @AttributeOverride(name = "at", column = @Column(name = "ended_at"))
    private @Nullable By ended;

    protected Mandate() {}

    /**
     * @param allowed the kinds that may be covered today
     * @throws Refused when the giver is no signatory of the organisation in their own right, or the offer will not do
     */
    Mandate(
            OrganisationCode organisation,
            Offer offer,
            MandateKinds allowed,
            Person giver,
            LocalDate today,
            Instant now) {
        if (!mayGive(giver, organisation)) {
            throw new Refused(WORDS.text("only-signatories"));
        }
        Offer.Days days = offer.mustFit(allowed, today);
        this.organisation = organisation;
        this.giver = By.of(giver, now);
        this.giverPost = offer.cleanPost();
        this.kinds = String.join(" ", offer.inOrder(allowed));
        this.firstDay = days.first();
        this.lastDay = days.last();
    }

    /** Whether somebody signs for the organisation themselves: as no deputy, and not because theirs acts for it. */
    static boolean mayGive(Person person, OrganisationCode organisation) {
        return person.holdsInOwnRight(Role.SIGNATORY, organisation);
    }

    /** Whether somebody may end it: whoever gave it, a signatory or an administrator of the organisation. */
    boolean mayRevoke(Person person) {
        return endedBecause == null
                && (person.id().equals(giver.person())
                        || person.holdsItself(Role.SIGNATORY, organisation)
                        || person.administers(organisation));
    }

    /** @throws Refused when it is over already, or the person may not end it */
    void revoke(Person by, Instant now) {
        if (endedBecause != null) {
            throw new Refused(WORDS.text("over"));
        }
        if (!mayRevoke(by)) {
            throw new Refused(WORDS.text("not-yours"));
        }
        end(Ending.REVOKED, By.of(by, now));
    }

    /** Ends by itself; {@code by} says who did it when no person did. */
    void end(Ending because, By by) {
        if (endedBecause == null) {
            endedBecause = because;
            ended = by;
        }
    }

    /** Whether it counts on the day, as far as it says so itself. */
    public boolean isInForce(LocalDate today) {
        return endedBecause == null && !today.isBefore(firstDay) && !today.isAfter(lastDay);
    }

    boolean hasRunOut(LocalDate today) {
        return today.isAfter(lastDay);
    }

    /** Whether all these kinds of change are among its own. */
    public boolean covers(Set<String> changed) {
        return kinds().containsAll(changed);
    }

    /** Once it is stored. */
    public long id() {
        return Objects.requireNonNull(id);
    }

    public OrganisationCode organisation() {
        return organisation;
    }

    /** Who gave it and when, called as they were then. */
    public By giver() {
        return giver;
    }

    /** What the giver was in the organisation. */
    public String giverPost() {
        return giverPost;
    }

    /** Codes of the kinds of change, in the order of the table as it was then. */
    public Set<String> kinds() {
        return new LinkedHashSet<>(Arrays.asList(kinds.split(" ")));
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    /** Why it is over; empty while it is not. */
    public Optional<Ending> endedBecause() {
        return Optional.ofNullable(endedBecause);
    }

    /** Who ended it and when; empty while it is not over. */
    public Optional<By> ended() {
        return Optional.ofNullable(ended);
    }
}
