package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import gm.sharing.project.ProjectReference;
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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An organisation that a lead asks for, because the directory does not have it, and what came of it. */
@Entity
@Table(name = "missing_organisation")
public class MissingOrganisation {

    private static final Words WORDS = Words.in("directory/missing");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private String project;

    private String name;

    /** By which the same is found however it is written. */
    private String plainName;

    @Enumerated(EnumType.STRING)
    private Sector sector;

    @Column(columnDefinition = "text")
    private String reason;

    private @Nullable String email;

    private @Nullable String place;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "asked_by"))
    @AttributeOverride(name = "name", column = @Column(name = "asked_name"))
    @AttributeOverride(name = "at", column = @Column(name = "asked_at"))
    private By asked;

    @Enumerated(EnumType.STRING)
    private @Nullable MissingOutcome outcome;

    private @Nullable OrganisationCode organisation;

    @Column(columnDefinition = "text")
    private @Nullable String answer;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "settled_by"))
    @AttributeOverride(name = "name", column = @Column(name = "settled_name"))
    @AttributeOverride(name = "at", column = @Column(name = "settled_at"))
    private @Nullable By settled;

    protected MissingOrganisation() {}

    MissingOrganisation(ProjectReference project, Given given, By asked) {
        this.project = project.value();
        this.name = given.required(MissingFact.NAME);
        this.plainName = Directory.plain(name);
        this.sector = given.sector();
        this.reason = given.required(MissingFact.WHY);
        this.email = given.text(MissingFact.EMAIL);
        this.place = given.text(MissingFact.WHERE);
        this.asked = asked;
    }

    /**
     * Keeps what came of it.
     *
     * @param there the organisation of the directory that was meant; null when there is none
     * @throws Refused when it is settled already
     */
    void settle(MissingOutcome outcome, @Nullable OrganisationCode there, @Nullable String answer, By by) {
        if (this.outcome != null) {
            throw new Refused(WORDS.text("settled"));
        }
        this.outcome = outcome;
        this.organisation = there;
        this.answer = answer;
        this.settled = by;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public ProjectReference project() {
        return new ProjectReference(project);
    }

    /** As the lead wrote it. */
    public String name() {
        return name;
    }

    String plainName() {
        return plainName;
    }

    public Sector sector() {
        return sector;
    }

    /** For what the project needs it. */
    public String reason() {
        return reason;
    }

    /** Where it is reached; null when the lead does not know. */
    public @Nullable String email() {
        return email;
    }

    /** Its website or where it is registered; null when the lead does not know. */
    public @Nullable String place() {
        return place;
    }

    public By asked() {
        return asked;
    }

    /** What came of it; empty while nobody has answered. */
    public Optional<MissingOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** The organisation of the directory that was meant; empty when there is none. */
    public Optional<OrganisationCode> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** Why it was not added. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    /** Who answered, and when. */
    public Optional<By> settled() {
        return Optional.ofNullable(settled);
    }
}
