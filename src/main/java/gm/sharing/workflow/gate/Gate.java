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

    /**
     * What was right before among the models that name what is offered, or are named by it, and would not be any more: also by way
     * of others, because what a process hands on is handed on again.
     */
    private List<Finding> broken(List<ModelFile> offered, Surroundings inForce, Surroundings afterwards) {
        List<String> replaced = keys(offered.stream().filter(file -> file.kind() == ModelFile.Kind.BPMN));
        return affected(
                        offered,
                        inForce.all(ModelFile.Kind.BPMN)
                                .filter(model -> model.keys().stream().noneMatch(replaced::contains))
                                .toList())
                .filter(model -> Harmless.violations(model).isEmpty())
                .flatMap(model -> {
                    List<Violation> violations = new ArrayList<>(violations(model, afterwards, true));
                    if (!violations.isEmpty()) {
                        violations.removeAll(violations(model, inForce, true));
                    }
                    return violations.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new Finding(
                                    model.name(),
                                    violations.stream().map(Gate::inForce).toList()));
                })
                .toList();
    }

    private static Stream<ModelFile> affected(List<ModelFile> offered, List<ModelFile> inForce) {
        List<ModelFile> affected = new ArrayList<>();
        List<ModelFile> latest = offered;
        while (!latest.isEmpty()) {
            List<ModelFile> from = latest;
            latest = inForce.stream()
                    .filter(model -> !affected.contains(model))
                    .filter(model -> from.stream().anyMatch(other -> isNamed(other, model) || isCalled(model, other)))
                    .toList();
            affected.addAll(latest);
        }
        return affected.stream();
    }

    private static List<String> keys(Stream<ModelFile> files) {
        return files.flatMap(file -> file.keys().stream()).toList();
    }

    private static boolean isNamed(ModelFile other, ModelFile by) {
        return other.keys().stream().anyMatch(key -> names(by, key));
    }

    /** A form may be called as a process is. */
    private static boolean isCalled(ModelFile model, ModelFile by) {
        return by.kind() == ModelFile.Kind.BPMN && isNamed(model, by);
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
