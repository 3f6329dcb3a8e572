package gm.sharing.dpia;

import gm.sharing.organisation.Directory;
import gm.sharing.project.ProjectReference;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came of the assessments, for those who do not read them as a whole. */
@Service
@Transactional(readOnly = true)
public class DpiaOutcomes {

    private final StoredDpias dpias;
    private final DpiaVersions versions;
    private final Directory directory;
    private final ObjectProvider<DpiaAddition> additions;

    DpiaOutcomes(
            StoredDpias dpias, DpiaVersions versions, Directory directory, ObjectProvider<DpiaAddition> additions) {
        this.dpias = dpias;
        this.versions = versions;
        this.directory = directory;
        this.additions = additions;
    }

    /** Whether the approved assessment leaves a high risk. */
    public boolean leavesHighRisk(ProjectReference reference) {
        return dpias.existsWithRisk(reference.value(), DpiaStatus.APPROVED, RiskLevel.HIGH);
    }

    /** What the agreement and its partners are told; empty when the screening was not answered yet. */
    public Optional<DpiaOutcome> of(ProjectReference reference) {
        return dpias.findById(reference.value()).map(dpia -> outcome(dpia)
                .with(additions
                        .orderedStream()
                        .flatMap(addition -> addition.publicFacts(reference).stream())
                        .toList()));
    }

    private DpiaOutcome outcome(Dpia dpia) {
        DpiaOutcome outcome = DpiaOutcome.of(dpia, directory::nameOf);
        return approvedVersion(dpia)
                .map(version -> outcome.ofVersion(version.number()))
                .orElse(outcome);
    }

    private Optional<DpiaVersion> approvedVersion(Dpia dpia) {
        return versions.of(dpia.reference()).stream()
                .filter(version -> dpia.status() == DpiaStatus.APPROVED && version.occasion() == Occasion.APPROVED)
                .findFirst();
    }
}
