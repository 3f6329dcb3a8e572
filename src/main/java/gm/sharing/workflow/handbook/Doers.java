package gm.sharing.workflow.handbook;

import gm.sharing.handbook.Doer;
import gm.sharing.handbook.Doer.Whose;
import gm.sharing.organisation.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Who does something, from the groups and the person that a model names. */
final class Doers {

    private static final Pattern OFFICE = Pattern.compile("([a-z-]+)-[$#]\\{(\\w+)}");
    private static final String LEAD = "${lead}";
    private static final String INITIATOR = "lead";

    /** How models name the code of an organisation. */
    private static final Map<String, Whose> ORGANISATIONS =
            Map.of("leadOrganisation", Whose.LEAD, "partner", Whose.PARTNER);

    private static final Doer PROJECT_LEAD = new Doer(Role.PROJECT_LEAD, Whose.NOBODYS, null);
    private static final Doer ADMINISTRATOR = new Doer(Role.ADMINISTRATOR, Whose.NOBODYS, null);
    private static final Doer SOMEBODY = new Doer(null, Whose.NOBODYS, null);

    private Doers() {}

    static List<Doer> of(UserTask task) {
        List<Doer> groups = roles(task.getCamundaCandidateGroupsList());
        return groups.isEmpty() ? List.of(named(task.getCamundaAssignee())) : groups;
    }

    /** Who may begin a process: whom the model names; otherwise project leads, when whoever begins it leads the project. */
    static List<Doer> of(Process process, StartEvent start) {
        List<Doer> groups = roles(process.getCamundaCandidateStarterGroupsList());
        return groups.isEmpty()
                ? List.of(INITIATOR.equals(start.getCamundaInitiator()) ? PROJECT_LEAD : ADMINISTRATOR)
                : groups;
    }

    private static Doer named(@Nullable String assignee) {
        return LEAD.equals(assignee) ? PROJECT_LEAD : SOMEBODY;
    }

    private static List<Doer> roles(List<String> groups) {
        return groups.stream()
                .map(String::strip)
                .flatMap(group -> role(group).stream())
                .distinct()
                .toList();
    }

    private static Optional<Doer> role(String group) {
        Matcher office = OFFICE.matcher(group);
        return office.matches()
                ? Role.named(office.group(1))
                        .map(role -> new Doer(role, ORGANISATIONS.getOrDefault(office.group(2), Whose.ASKED), null))
                : Role.ofGroup(group)
                        .filter(Role::perOrganisation)
                        .map(role -> new Doer(role, Whose.NAMED, role.organisationIn(group)))
                        .or(() -> Role.named(group).map(role -> new Doer(role, Whose.NOBODYS, null)));
    }
}
