package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says what is wrong with files before they are deployed. First whether they are harmless and can be read, because only then
 * the other rules can look at what they hold.
 */
@Component
public class Gate {

    private final ModelRules harmless;
    private final ObjectProvider<ModelRule> rules;

    Gate(ModelServices services, ObjectProvider<ModelRule> rules) {
        this.harmless = new ModelRules(name -> services.names().contains(name));
        this.rules = rules;
    }

    /**
     * What is wrong with a file; empty when it may be deployed.
     *
     * @param together all files that are deployed at once, with this one
     * @param inForce the latest of everything else
     */
    public List<Violation> violations(ModelFile file, Collection<ModelFile> together, Surroundings inForce) {
        List<Violation> violations = new ArrayList<>(harmless.violations(file));
        if (violations.isEmpty()) {
            Surroundings surroundings = new Afterwards(together, inForce);
            rules.orderedStream().forEach(rule -> violations.addAll(rule.violations(file, surroundings)));
        }
        return violations;
    }

    /** What is in force once the files are deployed. */
    private record Afterwards(Collection<ModelFile> together, Surroundings inForce) implements Surroundings {

        @Override
        public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
            return offered(kind)
                    .filter(file -> file.keys().contains(key))
                    .findFirst()
                    .or(() -> inForce.find(kind, key));
        }

        @Override
        public Stream<ModelFile> all(ModelFile.Kind kind) {
            List<String> replaced =
                    offered(kind).flatMap(file -> file.keys().stream()).toList();
            return Stream.concat(offered(kind), inForce.all(kind).filter(file -> file.keys().stream()
                    .noneMatch(replaced::contains)));
        }

        private Stream<ModelFile> offered(ModelFile.Kind kind) {
            return together.stream().filter(file -> file.kind() == kind);
        }
    }
}
