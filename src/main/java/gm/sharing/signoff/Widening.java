package gm.sharing.signoff;

import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationCodesConverter;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom the lead asks about a version although their signatures would stand, and why. */
@Entity
@SuppressWarnings("UnusedVariable") // who asked for whom, and when, is kept for those who look into the record
@Table(name = "sign_off_widening")
public class Widening {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String project;

    private String agreedVersion;

    @Convert(converter = OrganisationCodesConverter.class)
    @Column(columnDefinition = "text")
    private List<OrganisationCode> partners;

    @Column(columnDefinition = "text")
    private String reason;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "person_name"))
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    private By by;

    protected Widening() {}

    Widening(
            ProjectReference reference,
            String agreedVersion,
            Collection<OrganisationCode> partners,
            String reason,
            By by) {
        this.project = reference.value();
        this.agreedVersion = agreedVersion;
        this.partners = List.copyOf(partners);
        this.reason = reason;
        this.by = by;
    }

    public List<OrganisationCode> partners() {
        return partners;
    }

    public String reason() {
        return reason;
    }
}
