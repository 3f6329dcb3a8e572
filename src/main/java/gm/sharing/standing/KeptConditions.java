package gm.sharing.standing;

import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** What somebody was told of the standing conditions of their organisation when they reviewed. It is written once and never changed. */
@Entity
@SuppressWarnings("UnusedVariable") // the project is asked for by queries
@Table(name = "standing_conditions")
public class KeptConditions {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String project;

    private OrganisationCode organisation;

    private String agreedVersion;

    @Embedded
    private TableVersion from;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "person_name"))
    @AttributeOverride(name = "at", column = @Column(name = "reviewed_at"))
    private By by;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "standing_condition", joinColumns = @JoinColumn(name = "standing_conditions"))
    @OrderColumn(name = "position")
    private List<ToldCondition> conditions = new ArrayList<>();

    protected KeptConditions() {}

    KeptConditions(ProjectReference project, OrganisationCode organisation, String agreedVersion, Told told, By by) {
        this.project = project.value();
        this.organisation = organisation;
        this.agreedVersion = agreedVersion;
        this.from = told.version();
        this.by = by;
        this.conditions.addAll(told.conditions());
    }

    public OrganisationCode organisation() {
        return organisation;
    }

    /** The version of the agreement that was reviewed. */
    public String agreedVersion() {
        return agreedVersion;
    }

    /** Which version of which table said so. */
    public TableVersion from() {
        return from;
    }

    /** Who reviewed, and when. */
    public By by() {
        return by;
    }

    public List<ToldCondition> conditions() {
        return List.copyOf(conditions);
    }
}
