package gm.sharing.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataRetrievalFailureException;

/** How often a form is submitted for a person when it does not go at first. */
class OneAfterTheOtherTests {

    private final StandaloneInMemProcessEngineConfiguration engine = new StandaloneInMemProcessEngineConfiguration();
    private final Deque<RuntimeException> faults = new ArrayDeque<>();

    @BeforeEach
    void somebodySignsIn() {
        engine.getIdentityService().setAuthenticatedUserId("signatory.bolton");
    }

    @AfterEach
    void signsOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void anUnforeseenFaultIsTriedOnceMore() {
        submitFailing(new DataRetrievalFailureException("gone"));

        assertThat(faults).isEmpty();
    }

    @Test
    void anUnforeseenFaultThatComesAgainIsToldAsItIs() {
        var again = new DataRetrievalFailureException("again");

        assertThatThrownBy(() -> submitFailing(
                        new DataRetrievalFailureException("gone"), again, new DataRetrievalFailureException("never")))
                .isSameAs(again);
        assertThat(faults).hasSize(1);
    }

    @Test
    void aConflictAfterAFaultIsToldAsOne() {
        assertThatThrownBy(() ->
                        submitFailing(new DataRetrievalFailureException("gone"), new CannotAcquireLockException("")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("at the same moment");
    }

    @Test
    void aRefusalIsNotAskedForTwice() {
        var refusal = new BadUserRequestException("Answer the question.");

        assertThatThrownBy(() -> submitFailing(refusal, new BadUserRequestException("never")))
                .isSameAs(refusal);
        assertThat(faults).hasSize(1);
    }

    private void submitFailing(RuntimeException... each) {
        faults.addAll(Arrays.asList(each));
        var tried = new OneAfterTheOther(engine, null);
        tried.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (!faults.isEmpty()) {
                    throw faults.remove();
                }
                return null;
            }
        });
        tried.execute(new SubmitTaskFormCmd("task", Map.of(), false, false));
    }
}
