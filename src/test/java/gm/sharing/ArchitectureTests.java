package gm.sharing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house: src/docs/architecture.md. */
@AnalyzeClasses(packages = "gm.sharing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule onlyWorkflowKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("gm.sharing.workflow..")
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
            .resideOutsideOfPackages("gm.sharing.workflow..", "gm.sharing.journey..", "gm.sharing.register..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.springframework.web..");

    @ArchTest
    static final ArchRule nothingReliesOnWorkflow = noClasses()
            .that()
            .resideOutsideOfPackage("gm.sharing.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gm.sharing.workflow..");

    @Test
    void modulesUseEachOtherOnlyThroughTheirPublicTypesAndWithoutCycles() {
        ApplicationModules.of(SharingJourneys.class).verify();
    }
}
