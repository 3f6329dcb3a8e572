package gm.sharing.workflow.form;

import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.project.ProjectReference;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Tells those who may act that there is a task for them. */
@Component
class TaskNotice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final Notices notices;
    private final Clock clock;

    TaskNotice(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    void tell(DelegateTask task, ProjectReference reference, String title) {
        var due = task.getDueDate() == null
                ? ""
                : "\n\nPlease complete it by "
                        + DAY.format(LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone())) + ".";
        notices.tell(
                new Notice(
                        "task:" + task.getId(),
                        reference.value(),
                        task.getName() + ": " + title,
                        "There is a task for you in the sharing project " + reference + ", " + title + ": "
                                + task.getName() + "." + due,
                        "/camunda/app/tasklist/default/#/?task=" + task.getId()),
                recipients(task));
    }

    private static List<Recipient> recipients(DelegateTask task) {
        if (task.getAssignee() != null) {
            return List.of(new Recipient.Individual(task.getAssignee()));
        }
        List<Recipient> recipients = new ArrayList<>();
        for (var link : task.getCandidates()) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null) {
                recipients.add(new Recipient.Group(link.getGroupId()));
            }
        }
        return recipients;
    }
}
