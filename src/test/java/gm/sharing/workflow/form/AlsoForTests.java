package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Conflicts;
import gm.sharing.organisation.Directory;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What stops an answer for many on its way, beside the refusals that {@code DecidingTogetherIntegrationTests} walks. */
class AlsoForTests {

    @Test
    void leavesADeadlockToWhoeverRepeatsItAndTellsNobodyItsStatement() {
        var deadlock =
                new ProcessEngineException("update act_ru_task set …", new SQLException("deadlock detected", "40P01"));
        var beans = new StaticListableBeanFactory(Map.of("forms", failing(deadlock)));
        var many = new AlsoFor(beans.getBeanProvider(FormService.class), beans.getBeanProvider(Directory.class));

        assertThatThrownBy(() -> many.handIn(List.of("bury"), Map.of("bury", "task"), Map.of()))
                .isSameAs(deadlock)
                .satisfies(thrown -> assertThat(Conflicts.isConflict(thrown)).isTrue());
    }

    private static FormService failing(RuntimeException failure) {
        return (FormService) Proxy.newProxyInstance(
                FormService.class.getClassLoader(), new Class<?>[] {FormService.class}, (proxy, method, arguments) -> {
                    throw failure;
                });
    }
}
