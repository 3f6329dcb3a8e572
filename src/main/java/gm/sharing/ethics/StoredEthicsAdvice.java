package gm.sharing.ethics;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Advice of the ethics panel as it was given once. It stays when it no longer stands. */
@Entity
@Table(name = "ethics_advice")
class StoredEthicsAdvice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    private String project;

    private boolean stands = true;

    @Embedded
    private EthicsAdvice advice;

    @Embedded
    private By by;

    protected StoredEthicsAdvice() {}

    StoredEthicsAdvice(ProjectReference reference, EthicsAdvice advice, By by) {
        if (advice.advice() == EthicsView.SUPPORT_WITH_CONDITIONS && advice.conditions() == null) {
            throw Refused.of("conditions", "say on which conditions the panel supports the project.");
        }
        this.project = reference.value();
        this.advice = advice;
        this.by = by;
    }

    void lapse() {
        stands = false;
    }

    GivenEthicsAdvice given() {
        return new GivenEthicsAdvice(new ProjectReference(project), advice, by, stands);
    }
}
