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

    private final ObjectProvider<ModelRule> rules;

    Gate(ObjectProvider<ModelRule> rules) {
        this.rules = rules;
    }

    /**
     * What is wrong with files that are deployed together, and what they would break among the models in force; empty when
     * they may be deployed.
     *
     * @param inForce the latest of everything else
     */
    public List<Finding> findings(Collection<ModelFile> together, Surroundings inForce) {
        List<Finding> findings = new ArrayList<>();
        List<ModelFile> readable = new ArrayList<>();
        for (ModelFile file : together) {
            List<Violation> violations = Harmless.violations(file);
            if (violations.isEmpty()) {
                readable.add(file);
            } else {
                findings.add(new Finding(file.name(), violations));
            }
        }
        Surroundings afterwards = new Afterwards(readable, inForce);
        for (ModelFile file : readable) {
            List<Violation> violations = violations(file, afterwards, false);
            if (!violations.isEmpty()) {
                findings.add(new Finding(file.name(), violations));
            }
        }
        if (findings.isEmpty()) {
            findings.addAll(broken(readable, inForce, afterwards));
        }
        return findings;
    }

    /**
     * What is wrong with a file; empty when it may be deployed.
     *
     * @param together all files that are deployed at once, with this one
     * @param inForce the latest of everything else
     */
    public List<Violation> violations(ModelFile file, Collection<ModelFile> together, Surroundings inForce) {
        List<Violation> violations = Harmless.violations(file);
        return violations.isEmpty() ? violations(file, new Afterwards(together, inForce), false) : violations;
    }

    private List<Violation> violations(ModelFile file, Surroundings surroundings, boolean onlyAboutOthers) {
        return rules.orderedStream()
                .filter(rule -> !onlyAboutOthers || rule.looksAtOthers())
                .flatMap(rule -> rule.violations(file, surroundings).stream())
                .distinct()
                .toList();
    }

    /** What was right before among the models that name what is offered, or are named by it, and would not be any more. */
    private List<Finding> broken(List<ModelFile> offered, Surroundings inForce, Surroundings afterwards) {
        List<String> keys =
                offered.stream().flatMap(file -> file.keys().stream()).toList();
        // A form may be called as a process is.
        List<String> replaced = offered.stream()
                .filter(file -> file.kind() == ModelFile.Kind.BPMN)
                .flatMap(file -> file.keys().stream())
                .toList();
        return inForce.all(ModelFile.Kind.BPMN)
                .filter(model -> model.keys().stream().noneMatch(replaced::contains))
                .filter(model -> keys.stream().anyMatch(key -> names(model, key)) || isCalled(model, offered))
                .filter(model -> Harmless.violations(model).isEmpty())
                .flatMap(model -> {
                    List<Violation> violations = new ArrayList<>(violations(model, afterwards, true));
                    violations.removeAll(violations(model, inForce, true));
                    return violations.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new Finding(
                                    model.name(),
                                    violations.stream().map(Gate::inForce).toList()));
                })
                .toList();
    }

    private static boolean isCalled(ModelFile model, List<ModelFile> offered) {
        return offered.stream()
                .filter(file -> file.kind() == ModelFile.Kind.BPMN)
                .anyMatch(file -> model.keys().stream().anyMatch(key -> names(file, key)));
    }

    /** In a setting, or in an expression, where quotes may be written as entities. */
    private static boolean names(ModelFile model, String key) {
        return Stream.of("\"", "'", "&quot;", "&apos;", "&#39;", "&#34;")
                .anyMatch(quote -> model.mentions(quote + key + quote));
    }

    private static Violation inForce(Violation violation) {
        return new Violation(
                violation.element(),
                violation.name(),
                violation.rule() + "; this model is in force and would be broken: deploy it, changed, together with the"
                        + " rest");
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
