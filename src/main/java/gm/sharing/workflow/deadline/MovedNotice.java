package gm.sharing.workflow.deadline;

import gm.sharing.Dates;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.deadline.BankHolidays;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Headline;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import gm.sharing.workflow.notice.Asks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells those whose tasks are due later, and the record. */
@Component
class MovedNotice {

    private static final Words WORDS = Words.in("deadline/bank-holidays");

    private static final String MOVED = "deadline.moved";

    private final Notices notices;
    private final AuditTrail events;
    private final Projects projects;
    private final BankHolidays bankHolidays;
    private final Directory directory;
    private final TaskService tasks;

    MovedNotice(
            Notices notices,
            AuditTrail events,
            Projects projects,
            BankHolidays bankHolidays,
            Directory directory,
            TaskService tasks) {
        this.notices = notices;
        this.events = events;
        this.projects = projects;
        this.bankHolidays = bankHolidays;
        this.directory = directory;
        this.tasks = tasks;
    }

    /** @param partner whose tasks they are; null for those of the whole project */
    void tell(
            ProjectReference reference,
            @Nullable OrganisationCode partner,
            List<MovedTask> moved,
            LocalDate bankHoliday) {
        Headline project = projects.headline(reference);
        var day = Map.of("day", Dates.weekday(bankHoliday), "name", bankHolidays.name(bankHoliday));
        for (MovedTask one : moved) {
            Task task = one.task();
            Map<String, Object> values = new HashMap<>(day);
            values.put("task", task.getName());
            values.put("title", project.title());
            values.put("project", reference);
            values.put("due", Dates.weekday(one.due()));
            values.put("before", Dates.weekday(one.before()));
            notices.tell(
                    new Notice(
                            "bank-holiday:%s:%s".formatted(bankHoliday, task.getId()),
                            reference.value(),
                            WORDS.text("subject", values),
                            WORDS.text("moved", values),
                            "/tasks/" + task.getId(),
                            Waiting.by(WORDS.text("moved-goes-out")).unlessDone(Asks.ownTask(task.getId()))),
                    recipients(task));
        }
        String said = moved.stream()
                .map(one ->
                        WORDS.text("moved-task", Map.of("task", one.task().getName(), "due", Dates.weekday(one.due()))))
                .distinct()
                .collect(Collectors.joining("; "));
        Map<String, Object> values = new HashMap<>(day);
        values.put("tasks", said);
        if (partner == null) {
            events.record(reference.value(), Event.SYSTEM, MOVED, WORDS.text("event-moved", values));
        } else {
            values.put("partner", directory.nameOf(partner));
            events.record(reference.value(), Event.SYSTEM, MOVED, WORDS.text("event-partner-moved", values), partner);
        }
    }

    /** Whoever has it, and whose deputy they are; or the groups that may take it. */
    private List<Recipient> recipients(Task task) {
        if (task.getAssignee() != null) {
            return Stream.of(task.getAssignee(), task.getOwner())
                    .filter(Objects::nonNull)
                    .<Recipient>map(Recipient.Individual::new)
                    .toList();
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .<Recipient>map(Recipient.Group::new)
                .toList();
    }
}
