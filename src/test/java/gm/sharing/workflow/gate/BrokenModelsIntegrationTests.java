package gm.sharing.workflow.gate;

import static gm.sharing.workflow.gate.BrokenFiles.APPROVE;
import static gm.sharing.workflow.gate.BrokenFiles.BOARD_DUE;
import static gm.sharing.workflow.gate.BrokenFiles.FORM;
import static gm.sharing.workflow.gate.BrokenFiles.TABLE;
import static gm.sharing.workflow.gate.BrokenFiles.TASK;
import static gm.sharing.workflow.gate.BrokenFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.Visitor;
import gm.sharing.workflow.gate.BrokenFiles.Broken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process owner or an attacker may break in our own models, tables and forms, and where the gate says so. */
@Tag("one-database")
@DemoApplication
class BrokenModelsIntegrationTests {

    @LocalServerPort
    int port;

    @Autowired
    Gate gate;

    @Autowired
    RepositoryService repository;

    @TestFactory
    Stream<DynamicTest> refusesEveryBrokenModelByTheNameOfTheElement() {
        List<ModelFile> shipped = shipped();
        return BrokenFiles.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.what(), () -> {
                    ModelFile file = new ModelFile(one.file(), one.content().getBytes(StandardCharsets.UTF_8));
                    List<ModelFile> together = new ArrayList<>(shipped);
                    if (!one.what().startsWith("id ")) {
                        together.removeIf(other -> other.name().equals(one.file()));
                    }
                    together.add(file);

                    assertThat(gate.violations(file, together, Surroundings.NONE))
                            .extracting(Violation::element)
                            .contains(one.element());
                }));
    }

    /** Every third of them, as Camunda Modeler deploys. */
    @Test
    void tellsAProcessOwnerAndDeploysNothing() {
        List<Broken> all = BrokenFiles.all();
        long deployments = repository.createDeploymentQuery().count();
        Visitor owner = Visitor.program(port, "owner");
        for (int i = 0; i < all.size(); i += 3) {
            Broken one = all.get(i);
            var answer = owner.deploy(one.what(), Map.of(one.file(), one.content()));

            assertThat(answer.statusCode())
                    .as(one.what() + ": " + answer.body())
                    .isEqualTo(400);
            assertThat(Visitor.parse(answer).get("message").textValue())
                    .as(one.what())
                    .startsWith(one.file() + " was not deployed: ")
                    .contains(one.element());
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void takesAtLeastSixtyOfThem() {
        List<Broken> all = BrokenFiles.all();

        System.out.println("Gate: " + all.size() + " broken models");
        assertThat(all).hasSizeGreaterThan(120);
    }

    @Test
    void saysWhichModelInForceACallWouldBreak() {
        String calling = read(APPROVE)
                .replace(
                        "<bpmn:endEvent id=\"End_RuleDecided\"",
                        "<bpmn:callActivity id=\"Call_Back\" name=\"Begin again\" calledElement=\"sharing-project\">"
                                + "<bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
                                + "</bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id=\"End_RuleDecided\"");
        ModelFile file = new ModelFile(APPROVE, calling.getBytes(StandardCharsets.UTF_8));

        assertThat(gate.findings(List.of(file), inForce(shipped())))
                .flatExtracting(Finding::violations)
                .extracting(Violation::element)
                .contains("Call_Back");
    }

    @Test
    void refusesToCallAProcessThatBeginsWithAForm() {
        String called = read(APPROVE)
                .replace(
                        "<bpmn:startEvent id=\"Start_RuleChosen\"",
                        "<bpmn:startEvent id=\"Start_RuleChosen\" camunda:formRef=\"own-start\" camunda:formRefBinding=\"latest\"");
        List<ModelFile> together = new ArrayList<>(shipped());
        together.removeIf(file -> file.name().equals(APPROVE));
        together.add(new ModelFile(APPROVE, called.getBytes(StandardCharsets.UTF_8)));
        ModelFile calling =
                new ModelFile(BrokenFiles.PROJECT, read(BrokenFiles.PROJECT).getBytes(StandardCharsets.UTF_8));

        assertThat(gate.violations(calling, together, Surroundings.NONE))
                .extracting(Violation::getMessage)
                .anyMatch(words -> words.startsWith("Call_ApproveSignOffRule") && words.contains("begins with a form"));
    }

    /** By table, row and column, with what the program knows. */
    @Test
    void saysWhatIsWrongWithStandingConditions() {
        List<String> told = new ArrayList<>();
        BrokenFiles.all().stream()
                .filter(one -> one.file().startsWith("standing-conditions-"))
                .forEach(one -> gate.violations(
                                new ModelFile(one.file(), one.content().getBytes(StandardCharsets.UTF_8)),
                                shipped(),
                                Surroundings.NONE)
                        .forEach(violation -> told.add(violation.getMessage())));

        assertThat(told)
                .anyMatch(words -> words.contains("row 6, Answer") && words.contains("\"not-met\", \"look\", \"met\""))
                .anyMatch(words -> words.contains("no organisation has the code “nobody”"))
                .anyMatch(words -> words.contains("there is no fact copied") && words.contains("retentionMonths"))
                .anyMatch(words -> words.contains("row 5, Toolkit result of the recipient")
                        && words.contains("is never “dspt-standards-nearly-met”"))
                .anyMatch(
                        words -> words.contains("the program reads the answer “answer”, and no column has that name"));
    }

    @Test
    void refusesATenant() {
        var deployment = repository.createDeployment().tenantId("gm");
        shipped().stream()
                .filter(file -> file.name().equals(TABLE))
                .forEach(file -> deployment.addInputStream(TABLE, file.content()));

        assertThatThrownBy(deployment::deploy).hasMessageContaining("no tenants");
    }

    @Test
    void saysAllProblemsOfAllFilesAtOnce() {
        var answer = Visitor.program(port, "owner")
                .deploy(
                        "Two",
                        Map.of(
                                APPROVE,
                                read(APPROVE)
                                        .replace(" camunda:historyTimeToLive=\"P3650D\"", "")
                                        .replace(" " + BOARD_DUE, ""),
                                "picture.png",
                                "x",
                                FORM,
                                "{"));

        assertThat(Visitor.parse(answer).get("message").textValue())
                .contains("picture.png was not deployed")
                .contains(FORM + " was not deployed")
                .contains("time to live")
                .contains(TASK);
    }

    private static Surroundings inForce(List<ModelFile> files) {
        return new Surroundings() {
            @Override
            public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
                return all(kind).filter(file -> file.keys().contains(key)).findFirst();
            }

            @Override
            public Stream<ModelFile> all(ModelFile.Kind kind) {
                return files.stream().filter(file -> file.kind() == kind);
            }
        };
    }

    private static List<ModelFile> shipped() {
        return Shipped.all().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> new ModelFile(name, read(name).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
