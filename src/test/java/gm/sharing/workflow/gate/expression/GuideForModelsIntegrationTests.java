package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.step.Instance;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the guide tells process owners of variables and services is what there is. */
@DemoApplication
class GuideForModelsIntegrationTests {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** What a model can hand to a method. */
    private static final Set<Class<?>> GIVEN =
            Set.of(DelegateExecution.class, Instance.class, Date.class, String.class, long.class, boolean.class);

    @Autowired
    ModelServices services;

    @Autowired
    Declarations declarations;

    @Test
    void namesTheVariablesOfEveryModel() throws IOException {
        ShippedFiles shipped = ShippedFiles.read();
        Map<String, Set<String>> variables = new TreeMap<>();
        shipped.models().forEach(file -> file.keys()
                .forEach(key -> variables.put(
                        key,
                        new KnownModels(services, declarations, file, shipped)
                                .process(key)
                                .orElseThrow()
                                .everywhere())));

        Map<String, Set<String>> told = new TreeMap<>();
        rows("## Variables").forEach(row -> told.put(row.get(0), names(row.get(1))));

        assertThat(told).isEqualTo(variables);
    }

    @Test
    void namesEveryServiceAndItsMethods() throws IOException {
        Map<String, Set<String>> methods = new TreeMap<>();
        Set<String> delegates = new TreeSet<>();
        services.names().forEach(name -> {
            Set<String> callable = AllowedMembers.callable(services.type(name)).stream()
                    .filter(method -> GIVEN.containsAll(List.of(method.getParameterTypes())))
                    .map(GuideForModelsIntegrationTests::signature)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (callable.isEmpty()) {
                delegates.add(name);
            } else {
                methods.put(name, callable);
            }
        });

        Map<String, Set<String>> told = new TreeMap<>();
        rows("### Services that expressions ask")
                .forEach(row -> told.put(names(row.get(0)).iterator().next(), names(row.get(1))));
        assertThat(told).isEqualTo(methods);
        assertThat(rows("### Services that steps use").flatMap(row -> names(row.get(0)).stream()))
                .containsExactlyInAnyOrderElementsOf(delegates);
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static Stream<List<String>> rows(String heading) throws IOException {
        return Files.readAllLines(Path.of("src/docs/models.md")).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line ->
                        Stream.of(line.split("\\|")).skip(1).map(String::strip).toList());
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
