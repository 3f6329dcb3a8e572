package gm.sharing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/**
 * The rules of the house. Each module says in its {@code package-info} which others it may use; what they look like together is
 * drawn to {@code target/modules}.
 */
@AnalyzeClasses(packages = "gm.sharing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(SharingJourneys.class);

    private static final String STEPS = "gm.sharing.steps..";

    @ArchTest
    static final ArchRule onlyWorkflowKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("gm.sharing.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    /** They can be read and tried without it. */
    @ArchTest
    static final ArchRule stepsSpeakOfInstancesAndRowsNotOfTheEngine = noClasses()
            .that()
            .resideInAPackage(STEPS)
            .or()
            .resideInAPackage("gm.sharing.workflow.step..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    @ArchTest
    static final ArchRule theRecordKnowsNeitherTheWebNorTheEngine = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areRecords()
            .and()
            .resideOutsideOfPackages("gm.sharing.workflow..", STEPS, "gm.sharing.journey..", "gm.sharing.register..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.springframework.web..");

    @ArchTest
    static final ArchRule onlyStepsRelyOnWorkflow = noClasses()
            .that()
            .resideOutsideOfPackages("gm.sharing.workflow..", STEPS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gm.sharing.workflow..");

    @ArchTest
    static final ArchRule nothingReliesOnSteps = noClasses()
            .that()
            .resideOutsideOfPackage(STEPS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(STEPS);

    @ArchTest
    static final ArchRule stagesRelyOnEachOtherWithoutCircles =
            slices().matching("gm.sharing.steps.(*)..").should().beFreeOfCycles();

    @Test
    void modulesUseEachOtherOnlyThroughTheirPublicTypesAndWithoutCycles() {
        MODULES.verify();
    }

    /** Otherwise a module could be used that its {@code package-info} does not name. */
    @Test
    void everyModuleSaysWhichOthersItUses() {
        assertThat(MODULES.stream()
                        .filter(module -> module.getBasePackage()
                                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                                .map(declared -> List.of(declared.allowedDependencies()))
                                .filter(allowed ->
                                        !allowed.contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN))
                                .isEmpty())
                        .map(module -> module.getIdentifier().toString()))
                .isEmpty();
    }

    @Test
    void theBuildDrawsTheModules() throws IOException {
        Path folder = Path.of("target/modules");

        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();

        // Whoever neither uses another module nor is used is not drawn.
        String diagram = Files.readString(folder.resolve("components.puml"));
        assertThat(MODULES.stream()
                        .filter(module -> !module.getDirectDependencies(MODULES).isEmpty())
                        .map(ApplicationModule::getDisplayName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(diagram).contains(name));
    }
}
