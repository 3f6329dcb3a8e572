package gm.sharing.organisation;

import gm.sharing.Refused;
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
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A body that shares information in Greater Manchester: a legal entity, or a partnership of such. */
@Entity
public class Organisation {

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private Sector sector;

    private boolean legalEntity;

    private @Nullable OrganisationCode hostedBy;

    private @Nullable OrganisationCode actedForBy;

    private @Nullable String icoRegistration;

    private @Nullable LocalDate icoExpiry;

    @Embedded
    private @Nullable Dspt dspt;

    @Enumerated(EnumType.STRING)
    private @Nullable CyberEssentials cyberEssentials;

    private @Nullable String dpoName;

    private @Nullable String dpoEmail;

    private @Nullable String email;

    private boolean demo;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_member", joinColumns = @JoinColumn(name = "partnership"))
    @Column(name = "member")
    private Set<OrganisationCode> members = new LinkedHashSet<>();

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

    /**
     * A partnership that is not a legal entity: it may lead, but its members sign for it.
     *
     * @param members legal entities, at least one
     */
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
    public Organisation hostedBy(OrganisationCode host) {
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

    /** Entry in the register of fee payers of the Information Commissioner's Office. */
    public Organisation registeredWithIco(String number, @Nullable LocalDate expiry) {
        this.icoRegistration = number;
        this.icoExpiry = expiry;
        return this;
    }

    public Organisation assuredBy(Dspt result) {
        this.dspt = result;
        return this;
    }

    public Organisation certifiedBy(CyberEssentials certificate) {
        this.cyberEssentials = certificate;
        return this;
    }

    public Organisation dataProtectionOfficer(@Nullable String officer, @Nullable String officersEmail) {
        this.dpoName = officer;
        this.dpoEmail = officersEmail;
        return this;
    }

    /** The address of the information governance team. */
    public Organisation reachedAt(String address) {
        this.email = address;
        return this;
    }

    /** Some of what is said of this organisation is invented for demonstration. */
    public Organisation withInventedValues() {
        this.demo = true;
        return this;
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

    public @Nullable String icoRegistration() {
        return icoRegistration;
    }

    public @Nullable LocalDate icoExpiry() {
        return icoExpiry;
    }

    public @Nullable Dspt dspt() {
        return dspt;
    }

    public @Nullable CyberEssentials cyberEssentials() {
        return cyberEssentials;
    }

    public @Nullable String dpoName() {
        return dpoName;
    }

    public @Nullable String dpoEmail() {
        return dpoEmail;
    }

    /** Where the information governance team is reached. */
    public @Nullable String email() {
        return email;
    }

    public boolean isDemo() {
        return demo;
    }

    /** How far information security is assured on that day, by the last result in the Toolkit. */
    public AssuranceLevel assurance(LocalDate on) {
        return dspt == null ? AssuranceLevel.NOT_SUBMITTED : dspt.assurance(on);
    }

    /**
     * The schemes by which security is assured, as people see them: {@code Significant, Cyber Essentials Plus}. That nothing
     * was submitted is said of those only who have to submit.
     */
    public String assuranceInWords(LocalDate on) {
        List<String> schemes = new ArrayList<>();
        AssuranceLevel level = assurance(on);
        if (level != AssuranceLevel.NOT_SUBMITTED || sector.submitsToolkit()) {
            schemes.add(level.label());
        }
        if (cyberEssentials != null && cyberEssentials.isCertificate()) {
            schemes.add(cyberEssentials.label());
        }
        return schemes.isEmpty() ? "Not applicable" : String.join(", ", schemes);
    }
}
