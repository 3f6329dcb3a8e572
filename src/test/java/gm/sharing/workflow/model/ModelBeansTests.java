package gm.sharing.workflow.model;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import gm.sharing.Dates;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.workflow.step.Instance;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a model can do with the services that it may name. */
@AnalyzeClasses(packages = "gm.sharing", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelBeansTests {

    /** So a model acts on the project whose process it is, and on no other that it names. */
    @ArchTest
    static final ArchRule aServiceIsAlwaysToldForWhichExecutionItWorks = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ModelBean.class)
            .and()
            .arePublic()
            .and()
            .areNotStatic()
            .should(beginWithTheExecutionOrTask());

    /** {@code workingDays} belongs to everybody, and what it says depends on nothing but what it is asked. */
    @ArchTest
    static final ArchRule whatCountsDaysKnowsNoProject = classes()
            .that()
            .areAssignableTo(WorkingDays.class)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "gm.sharing.deadline",
                            "java..",
                            "de.focus_shift..",
                            "org.springframework.stereotype",
                            "org.jspecify..",
                            "jakarta.validation.constraints..")
                    .or(type(Dates.class)));

    @ArchTest
    static final ArchRule aServiceThatExpressionsAskNamesNoProject = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ModelBean.class)
            .and()
            .arePublic()
            .should(not(take("gm.sharing.project.ProjectReference")));

    private static ArchCondition<JavaMethod> beginWithTheExecutionOrTask() {
        return new ArchCondition<>("take the execution or task that it is about first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    return;
                }
                var parameters = method.getRawParameterTypes();
                boolean told = !parameters.isEmpty()
                        && (parameters.get(0).isEquivalentTo(Instance.class)
                                || parameters.get(0).isEquivalentTo(DelegateExecution.class)
                                || parameters.get(0).isEquivalentTo(DelegateTask.class));
                events.add(new SimpleConditionEvent(method, told, method.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaMethod> take(String type) {
        return ArchCondition.from(
                DescribedPredicate.describe("take " + type, method -> method.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getFullName().equals(type))));
    }
}
