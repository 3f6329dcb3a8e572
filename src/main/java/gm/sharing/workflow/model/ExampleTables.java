package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Tables that come with the application and are one organisation's own: examples, which count in the demo only. */
@Component
class ExampleTables {

    private final List<TableContract> contracts;
    private final boolean demo;

    ExampleTables(List<TableContract> contracts, Environment environment) {
        this.contracts = contracts.stream().filter(TableContract::family).toList();
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether this start puts the file in force. */
    boolean counts(ModelFile file) {
        return demo || file.keys().stream().noneMatch(key -> contracts.stream().anyMatch(one -> one.covers(key)));
    }
}
