package gm.sharing.workflow.form;

import gm.sharing.Dates;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Tells those who may act of a task that is about their organisation and no project; where nobody may, the administrators. */
@Component
class OrganisationTaskNotice {

    private static final Words WORDS = Words.in("onboarding/renewal");

    private final Notices notices;
    private final People people;
    private final Directory directory;

    OrganisationTaskNotice(Notices notices, People people, Directory directory) {
        this.notices = notices;
        this.people = people;
        this.directory = directory;
    }

    /** Tells them, and gives what a list of tasks says of it. */
    String tell(DelegateTask task, OrganisationCode organisation) {
        String name = directory.nameOf(organisation);
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        boolean nobody = people.held(groups).isEmpty();
        String fact = String.valueOf(task.getVariable("fact"));
        Map<String, String> told = Map.of(
                "organisation",
                name,
                "task",
                String.valueOf(task.getName()),
                "fact",
                nobody ? fact : StringUtils.capitalize(fact),
                "day",
                task.getDueDate() == null ? "" : Dates.weekday(task.getDueDate().toInstant()));
        notices.tell(
                nobody
                        ? notice(task, WORDS.text("nobody-subject", told), WORDS.text("nobody", told))
                        : notice(task, subject(fact, told), WORDS.text("waits", told)),
                nobody
                        ? List.of(new Recipient.Group(Role.ADMINISTRATOR.group()))
                        : groups.stream().<Recipient>map(Recipient.Group::new).toList());
        return WORDS.text("listed", Map.of("organisation", name, "fact", fact));
    }

    private static String subject(String fact, Map<String, String> told) {
        return WORDS.text(
                "subject",
                Map.of(
                        "fact",
                        fact,
                        "organisation",
                        told.getOrDefault("organisation", ""),
                        "day",
                        told.getOrDefault("day", "")));
    }

    private static Notice notice(DelegateTask task, String subject, String text) {
        return new Notice("task:" + task.getId(), "", subject, text, "/tasks/" + task.getId());
    }
}
