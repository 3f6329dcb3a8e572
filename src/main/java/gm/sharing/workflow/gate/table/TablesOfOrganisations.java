package gm.sharing.workflow.gate.table;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A table that an organisation keeps of its own ends with the code of one that there is. */
@Component
class TablesOfOrganisations implements ModelRule {

    private final List<TableContract> contracts;
    private final ObjectProvider<Directory> directory;

    /** The directory is asked late, because the engine is built with this. */
    TablesOfOrganisations(List<TableContract> contracts, ObjectProvider<Directory> directory) {
        this.contracts = contracts;
        this.directory = directory;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        if (file.kind() == ModelFile.Kind.DMN) {
            for (Decision decision : file.dmn().getModelElementsByType(Decision.class)) {
                contracts.stream()
                        .filter(contract -> contract.family() && contract.covers(decision.getId()))
                        .map(contract ->
                                decision.getId().substring(contract.table().length()))
                        .filter(code -> !exists(code))
                        .forEach(code -> violations.add(new Violation(
                                decision.getId(),
                                decision.getName(),
                                "no organisation has the code “%s”; end the id with the code on its page under “Organisations”"
                                        .formatted(code))));
            }
        }
        return violations;
    }

    private boolean exists(String code) {
        return OrganisationCode.isOne(code)
                && directory.getObject().find(new OrganisationCode(code)).isPresent();
    }
}
