package gm.sharing.ethics;

import gm.sharing.project.ProjectReference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The record of the algorithmic tool that a project uses, as it was written last. */
@Entity
@Table(name = "algorithm_record")
class StoredAlgorithm {

    @Id
    private String project;

    @Version
    private @Nullable Long version;

    @Embedded
    private AlgorithmRecord tool;

    protected StoredAlgorithm() {}

    StoredAlgorithm(ProjectReference reference, AlgorithmRecord tool) {
        this.project = reference.value();
        this.tool = tool;
    }

    void replace(AlgorithmRecord tool) {
        this.tool = tool;
    }

    ProjectReference project() {
        return new ProjectReference(project);
    }

    AlgorithmRecord tool() {
        return tool;
    }
}
