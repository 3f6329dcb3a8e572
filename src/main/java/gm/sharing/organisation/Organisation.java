package gm.sharing.organisation;

import gm.sharing.Refused;
import gm.sharing.wording.Words;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A body that shares information in Greater Manchester: a legal entity, or a partnership of such. */
@Entity
public class Organisation {

    private static final Words SUCCESSION = Words.in("organisation/succession");

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private Sector sector;

    private boolean legalEntity;

    private @Nullable OrganisationCode hostedBy;

    private @Nullable OrganisationCode actedForBy;

    private @Nullable String legalName;

    @Embedded
    private @Nullable Registration registration;

    @Embedded
    private @Nullable Succession succession;

    @Embedded
    private Particulars particulars = new Particulars();

    @Embedded
    private Officers officers = Officers.NONE;

    @Embedded
    private @Nullable Contacts contacts;

    private boolean demo;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_member", joinColumns = @JoinColumn(name = "partnership"))
    @Column(name = "member")
    @Fetch(FetchMode.SUBSELECT)
    private Set<OrganisationCode> members = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "organisation_former_name", joinColumns = @JoinColumn(name = "organisation"))
    @OrderBy("until desc")
    private List<FormerName> formerNames = new ArrayList<>();

    @Version
    private @Nullable Long version;

    protected Organisation() {}

    private Organisation(OrganisationCode code, String name, Sector sector, boolean legalEntity) {
        this.code = code.value();
        this.name = name;
        this.sector = sector;
        this.legalEntity = legalEntity;
    }

    /** A legal entity: it may lead, share and sign. */
    public static Organisation legalEntity(OrganisationCode code, String name, Sector sector) {
        return new Organisation(code, name, sector, true);
    }

    /** A partnership that is no legal entity: it may lead, but its members sign for it, one legal entity or several. */
    public static Organisation partnership(
            OrganisationCode code, String name, Sector sector, Collection<OrganisationCode> members) {
        if (members.isEmpty()) {
            throw new Refused(name + " is not a legal entity, so it needs members who sign for it.");
        }
        Organisation partnership = new Organisation(code, name, sector, false);
        partnership.members.addAll(members);
        return partnership;
    }

    /** The organisation that employs the staff of a partnership. */
    Organisation hostedBy(OrganisationCode host) {
        this.hostedBy = host;
        return this;
    }

    /** Another organisation reviews and signs for this one, in each office that nobody here holds. */
    public Organisation actedForBy(OrganisationCode other) {
        if (other.value().equals(code)) {
            throw new Refused(name + " cannot be named as the organisation that acts for itself.");
        }
        this.actedForBy = other;
        return this;
    }

    /** Some of what is said of this organisation is invented for demonstration. */
    public Organisation withInventedValues() {
        this.demo = true;
        return this;
    }

    /**
     * Gives it another name. The one that it had is kept with the last day on which it was called so; a name in law that
     * was not known before replaces nothing.
     *
     * @param name as people know it
     * @param fullName its name in law; null where that is the same
     * @param since the first day of the new name, not after today
     * @throws Refused when the name changed later than that
     */
    public void rename(String name, @Nullable String fullName, LocalDate since) {
        if (!this.name.equals(name) || (legalName != null && !legalName.equals(fullName))) {
            LocalDate until = since.minusDays(1);
            if (formerNames.stream().anyMatch(former -> !former.until().isBefore(until))) {
                throw Refused.of("since", "give a day after the day on which it got the name that it has now.");
            }
            formerNames.add(0, new FormerName(this.name, legalName, until));
        }
        this.name = name;
        this.legalName = fullName;
    }

    /**
     * Says of what kind it is and who signs and acts for it.
     *
     * @throws Refused when a legal entity would get members, or a partnership would have none
     */
    public void stand(
            Sector sector,
            Collection<OrganisationCode> signing,
            @Nullable OrganisationCode host,
            @Nullable OrganisationCode acting) {
        if (legalEntity != signing.isEmpty()) {
            throw Refused.of(
                    "members",
                    legalEntity
                            ? "a legal entity signs for itself. Add a partnership as another organisation."
                            : "name at least one, because a partnership cannot sign itself.");
        }
        if (succession != null && !Objects.equals(acting, actedForBy)) {
            throw Refused.of("acted-for-by", SUCCESSION.text("acted-for"));
        }
        this.sector = sector;
        members.retainAll(signing);
        members.addAll(signing);
        this.hostedBy = host;
        this.actedForBy = null;
        if (acting != null) {
            actedForBy(acting);
        }
    }

    /** Makes it part of another organisation; only {@link Successions} knows whether that one can act in its place. */
    void end(Succession ending) {
        if (ending.to().value().equals(code)
                || Objects.requireNonNullElse(ending.besides(), List.of()).contains(code())) {
            throw Refused.of("successor", SUCCESSION.text("itself"));
        }
        if (succession != null && !succession.to().equals(ending.to())) {
            throw Refused.of("successor", SUCCESSION.text("ended-already"));
        }
        if (succession == null && legalEntity) {
            actedForBy = ending.to();
        }
        succession = ending;
    }

    /** The successor is part of another organisation itself, which runs what was this one's from now on. */
    void runBy(OrganisationCode later) {
        actedForBy = later;
    }

    /** Of which other organisation it is part; empty for one that is there. */
    public Optional<Succession> succession() {
        return Optional.ofNullable(succession);
    }

    /** Which organisation runs today what was this one's; empty for one that is there. */
    Optional<OrganisationCode> runBy() {
        return succession().map(ending -> Objects.requireNonNullElse(actedForBy, ending.to()));
    }

    /** Says where it is registered. A day on which nothing ends means nothing. */
    public void register(Registration registration) {
        registration.mustFit();
        this.registration = registration;
    }

    /** Says where it is reached. */
    public void reach(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Says who holds its offices. */
    public void appoint(Officers officers) {
        officers.mustFit();
        this.officers = officers;
    }

    boolean hasCode() {
        return OrganisationCode.isOne(code);
    }

    public OrganisationCode code() {
        return new OrganisationCode(code);
    }

    public String name() {
        return name;
    }

    /** Its name in law; null where that is the same as its name. */
    public @Nullable String legalName() {
        return legalName;
    }

    /** What it was called before, the latest first; to be read in the transaction in which it was found. */
    public List<FormerName> formerNames() {
        return List.copyOf(formerNames);
    }

    /** How often it was changed, to tell whether somebody changes what they saw. */
    public long version() {
        return version == null ? 0 : version;
    }

    public Sector sector() {
        return sector;
    }

    /** Only a legal entity can sign; a partnership is signed for by its {@link #members()}. */
    public boolean isLegalEntity() {
        return legalEntity;
    }

    /** Who signs for a partnership, by code; empty for a legal entity. */
    public Set<OrganisationCode> members() {
        return new TreeSet<>(members);
    }

    public @Nullable OrganisationCode host() {
        return hostedBy;
    }

    /** The organisation that acts for this one where nobody here holds an office, or null. */
    public @Nullable OrganisationCode actedForBy() {
        return actedForBy;
    }

    public Registration registration() {
        return registration == null ? Registration.NONE : registration;
    }

    /** What it says of itself row by row. */
    public Particulars particulars() {
        return particulars;
    }

    public Officers officers() {
        return officers;
    }

    public Contacts contacts() {
        return contacts == null ? Contacts.NONE : contacts;
    }

    public boolean isDemo() {
        return demo;
    }
}
