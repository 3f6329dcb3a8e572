package gm.sharing.workflow.form;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.wording.Words;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes into the record of the project that a process of a process owner's own has ended. */
@Component
class OwnProcessEnd {

    private static final Words WORDS = Words.in("question/own-processes");

    private final FormHandlers handlers;
    private final ObjectProvider<AuditTrail> trail;

    /** The record is looked up late, because it needs the engine that needs this. */
    OwnProcessEnd(FormHandlers handlers, ObjectProvider<AuditTrail> trail) {
        this.handlers = handlers;
        this.trail = trail;
    }

    /** @param form with which the process starts */
    ExecutionListener of(String form) {
        return execution -> {
            var project = execution.getProcessBusinessKey();
            if (handlers.startsOwn(form) && project != null) {
                trail.getObject()
                        .record(
                                project,
                                Event.SYSTEM,
                                OwnStart.ENDED,
                                WORDS.text(
                                        execution.isCanceled() ? "was-ended" : "has-ended",
                                        Map.of("process", name(execution))));
            }
        };
    }

    private static String name(DelegateExecution execution) {
        var process = ((ExecutionEntity) execution).getProcessDefinition();
        return Objects.requireNonNullElse(process.getName(), process.getKey());
    }
}
