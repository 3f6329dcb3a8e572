package gm.sharing.journeys;

import gm.sharing.DemoApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.util.ReflectionTestUtils;

/** One application for all classes of tests that fail when a step or a flow of their models was never reached. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DemoApplication
@Import({ProcessEngineCoverageConfiguration.class, EveryWay.Everything.class})
@interface EveryWay {

    /** All steps and flows are to be reached. */
    @TestConfiguration
    class Everything {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everything() {
            return ProcessEngineCoverageProperties.builder()
                    .assertClassCoverageAtLeast(1.0)
                    .withDetailedCoverageLogging()
                    .build();
        }

        /** Leaves out what the class reaches of other models than these, whose own classes count it. */
        static void countOnly(ProcessEngine engine, Collection<String> models) {
            var others = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                    .map(ProcessDefinition::getKey)
                    .filter(key -> !models.contains(key))
                    .toList();
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCustomPostBPMNParseListeners().stream()
                            .filter(ElementCoverageParseListener.class::isInstance)
                            .map(listener -> ReflectionTestUtils.getField(listener, "coverageState"))
                            .forEach(
                                    coverage -> ((DefaultCollector) coverage).setExcludedProcessDefinitionKeys(others));
        }
    }
}
