package gm.sharing.workflow.deadline;

import gm.sharing.RetriedOnConflict;
import gm.sharing.deadline.Postponement;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.deadline.DeadlinesToMove.Kind;
import gm.sharing.workflow.deadline.DeadlinesToMove.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the deadlines of one process instance after a new bank holiday: first the values, on the record and in the instance,
 * then what follows from them. Only what is as it was written down is moved; anything else was set anew meanwhile, by a
 * calendar that knew the day.
 */
@Component
class MovedDeadlines {

    private final DeadlinesToMove waiting;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final List<DeadlinesOnRecord> onRecord;
    private final MovedThings things;
    private final MovedNotice notice;
    private final WorkingDays workingDays;

    MovedDeadlines(
            DeadlinesToMove waiting,
            RuntimeService runtime,
            ProcessEngineConfigurationImpl engine,
            List<DeadlinesOnRecord> onRecord,
            MovedThings things,
            MovedNotice notice,
            WorkingDays workingDays) {
        this.waiting = waiting;
        this.runtime = runtime;
        this.engine = engine;
        this.onRecord = onRecord;
        this.things = things;
        this.notice = notice;
        this.workingDays = workingDays;
    }

    /** The days for which something waits, and the instances in which it does. */
    @Transactional(readOnly = true)
    public Map<LocalDate, List<String>> waiting() {
        Map<LocalDate, List<String>> all = new LinkedHashMap<>();
        waiting.days().forEach(day -> all.put(day, waiting.instances(day)));
        return all;
    }

    /** Moves what waits in one instance. Nobody needs a permission for it. */
    @RetriedOnConflict
    @Transactional
    public void move(LocalDate bankHoliday, String instance) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    List<Row> rows = waiting.of(bankHoliday, instance);
                    running(instance).ifPresent(it -> move(it, rows, new Postponement(bankHoliday, workingDays)));
                    waiting.done(bankHoliday, instance);
                    return null;
                }));
    }

    private Optional<ProcessInstance> running(String instance) {
        return Optional.ofNullable(
                runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult());
    }

    private void move(ProcessInstance instance, List<Row> rows, Postponement postponement) {
        moveVariables(instance, rows, postponement);
        List<MovedTask> told = new ArrayList<>();
        for (Row row : rows) {
            if (row.kind() == Kind.TIMER) {
                things.moveTimer(row, postponement).ifPresent(to -> waiting.follow(row, to));
            } else if (row.kind() == Kind.TASK) {
                things.moveTask(row, postponement).ifPresent(moved -> {
                    waiting.follow(row, moved.due());
                    told.add(moved);
                });
            }
        }
        if (!told.isEmpty() && ProjectReference.isOne(instance.getBusinessKey())) {
            notice.tell(
                    new ProjectReference(instance.getBusinessKey()),
                    partner(instance),
                    told,
                    postponement.bankHoliday());
        }
    }

    /** What one partner has to do is for that partner, the lead and the Board to read. */
    private @Nullable OrganisationCode partner(ProcessInstance instance) {
        Object partner = runtime.getVariable(instance.getId(), "partner");
        return partner != null && OrganisationCode.isOne(partner.toString())
                ? new OrganisationCode(partner.toString())
                : null;
    }

    private void moveVariables(ProcessInstance instance, List<Row> rows, Postponement postponement) {
        Map<String, Row> byId = rows.stream()
                .filter(row -> row.kind() == Kind.VARIABLE)
                .collect(Collectors.toMap(Row::engineId, row -> row));
        if (byId.isEmpty()) {
            return;
        }
        List<VariableInstance> all = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance.getId())
                .list();
        Map<VariableInstance, Row> unchanged = new HashMap<>();
        for (VariableInstance variable : all) {
            Row row = byId.get(variable.getId());
            if (row != null
                    && variable.getValue() instanceof Date date
                    && row.ends().equals(date.toInstant())) {
                unchanged.put(variable, row);
            }
        }
        Map<String, Object> kept = moveOnRecord(instance, all, unchanged, postponement);
        runtime.setVariables(instance.getId(), kept);
        unchanged.forEach((variable, row) -> {
            Object to = kept.containsKey(variable.getName())
                    ? kept.get(variable.getName())
                    : Date.from(postponement.ofCounted(row.ends()));
            if (!kept.containsKey(variable.getName())) {
                runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), to);
            }
            if (to instanceof Date date) {
                waiting.follow(row, date.toInstant());
            }
        });
    }

    private Map<String, Object> moveOnRecord(
            ProcessInstance instance,
            List<VariableInstance> all,
            Map<VariableInstance, Row> unchanged,
            Postponement postponement) {
        String model = engine.getDeploymentCache()
                .findDeployedProcessDefinitionById(instance.getProcessDefinitionId())
                .getKey();
        if (!ProjectReference.isOne(instance.getBusinessKey())) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        all.stream()
                .filter(variable -> instance.getId().equals(variable.getExecutionId()))
                .forEach(variable -> values.put(variable.getName(), variable.getValue()));
        var names = unchanged.keySet().stream().map(VariableInstance::getName).collect(Collectors.toSet());
        return onRecord.stream()
                .filter(kept -> kept.model().equals(model))
                .findFirst()
                .map(kept -> kept.move(new ProjectReference(instance.getBusinessKey()), values, names, postponement))
                .orElse(Map.of());
    }
}
