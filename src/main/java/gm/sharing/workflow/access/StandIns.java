package gm.sharing.workflow.access;

import gm.sharing.absence.AbsenceChanged;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.Headline;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import gm.sharing.workflow.notice.Asks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets no open task and no project wait for somebody who is not there: tasks of a lead go to the deputy while the lead is
 * away and come back afterwards, a project whose lead is gone goes to another project lead, and a task that somebody took for
 * an office comes back to it when they hold it no more. It looks at what is stored, so nothing is missed that changed while
 * no node ran.
 */
@Component
class StandIns {

    private static final Words WORDS = Words.in("notice/stand-ins");

    private static final String OF_LEADS_AWAY =
            """
            select t.id_ from act_ru_task t join absence a on a.person = t.assignee_
            where t.owner_ is null and a.ended_at is null and a.first_day <= :today and a.last_day >= :today
              and not exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate')
            order by t.id_ fetch first 500 rows only""";

    /** Whether the deputy still is one also depends on what is lent, and is looked at afterwards. */
    private static final String WITH_DEPUTIES =
            "select t.id_ from act_ru_task t join act_id_user u on u.id_ = t.owner_ order by t.id_"
                    + " fetch first 2000 rows only";

    /** Only accounts that there were: nobody else ever led a project. */
    private static final String LED_BY_NOBODY =
            """
            select p.reference from project p join account_id i on i.id = p.lead
            where p.status not in ('WITHDRAWN', 'STOPPED') and not exists (
              select 1 from act_id_membership r join act_id_membership o on o.user_id_ = r.user_id_
              where r.user_id_ = p.lead and r.group_id_ = 'project-leads' and o.group_id_ in ('org-' || p.lead_organisation, 'org-' || p.run_by)
                and not exists (select 1 from disabled_account d where d.account = p.lead))
            order by p.reference fetch first 100 rows only""";

    /** What is lent to somebody is not in the engine's tables and looked at afterwards. */
    private static final String TAKEN_BY_OTHERS =
            """
            select t.id_ from act_ru_task t where t.assignee_ is not null
              and exists (select 1 from act_ru_identitylink l
                where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null)
              and not exists (select 1 from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
                where l.task_id_ = t.id_ and l.type_ = 'candidate' and m.user_id_ = t.assignee_
                  and not exists (select 1 from disabled_account d where d.account = t.assignee_))
            order by t.id_ fetch first 500 rows only""";

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final LeadsPlaces places;
    private final People people;
    private final Projects projects;
    private final ProjectLeads leads;
    private final Notices notices;
    private final Clock clock;

    StandIns(
            JdbcClient jdbc,
            TaskService tasks,
            LeadsPlaces places,
            People people,
            Projects projects,
            ProjectLeads leads,
            Notices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.places = places;
        this.people = people;
        this.projects = projects;
        this.leads = leads;
        this.notices = notices;
        this.clock = clock;
    }

    /** Gives tasks to deputies and takes them back, as absences stand now. */
    @EventListener(AbsenceChanged.class)
    @Transactional
    public void settleDeputies() {
        jdbc.sql(OF_LEADS_AWAY)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list()
                .forEach(this::lend);
        Map<String, String> keepers = new HashMap<>();
        jdbc.sql(WITH_DEPUTIES).query(String.class).list().forEach(task -> giveBack(task, keepers));
    }

    /** Gives taken tasks back to offices whose holders may not do them any more. */
    @Transactional
    public void settleOffices() {
        jdbc.sql(TAKEN_BY_OTHERS).query(String.class).list().forEach(this::giveToOffice);
    }

    /** The projects whose lead has no account any more or leads no projects for that organisation. */
    @Transactional(readOnly = true)
    public List<ProjectReference> ledByNobody() {
        return jdbc.sql(LED_BY_NOBODY).query(String.class).list().stream()
                .map(ProjectReference::new)
                .toList();
    }

    /** Gives the project to another lead of its organisation, where there is one. */
    @Transactional
    public void succeed(ProjectReference reference) {
        Headline project = projects.headline(reference);
        OrganisationCode organisation = project.leadOrganisation();
        places.successorOf(project.lead(), organisation)
                .or(() -> places.successorOf(project.lead(), leads.runBy(reference)))
                .ifPresent(to -> {
                    leads.succeed(reference, to);
                    notices.tell(
                            new Notice(
                                    "lead:%s:%d".formatted(reference, clock.millis()),
                                    reference.value(),
                                    WORDS.text("lead-subject", Map.of("title", project.title())),
                                    WORDS.text("lead", Map.of("project", reference, "title", project.title())),
                                    "/projects/" + reference,
                                    Waiting.by(WORDS.text("lead-goes-out"))),
                            List.of(new Recipient.Individual(to.id())));
                });
    }

    private void lend(String id) {
        Task task = find(id);
        if (task == null || task.getAssignee() == null) {
            return;
        }
        String lead = task.getAssignee();
        places.deputyOf(lead)
                .ifPresentOrElse(
                        deputy -> {
                            tasks.setOwner(id, lead);
                            tasks.setAssignee(id, deputy.id());
                            tell(task, lead, deputy);
                        },
                        () -> tellThatNobodyIsThere(task, lead));
    }

    /** @param keepers by lead, who does the lead's tasks now, as far as it was asked already */
    private void giveBack(String id, Map<String, String> keepers) {
        Task task = find(id);
        if (task == null || task.getOwner() == null) {
            return;
        }
        String lead = task.getOwner();
        String keeper = keepers.computeIfAbsent(
                lead, away -> places.deputyOf(away).map(Person::id).orElse(away));
        boolean other = !keeper.equals(task.getAssignee());
        if (other) {
            tasks.setAssignee(id, keeper);
        }
        if (keeper.equals(lead)) {
            tasks.deleteUserIdentityLink(id, lead, IdentityLinkType.OWNER);
            if (places.isAway(lead)) {
                tellThatNobodyIsThere(task, lead);
            }
        } else if (other) {
            people.find(keeper).ifPresent(deputy -> tell(task, lead, deputy));
        }
    }

    /** The deputy is gone, or away as well without anybody at the end of the row: the lead and the fellow leads hear of it once. */
    private void tellThatNobodyIsThere(Task task, String lead) {
        String project = Objects.toString(tasks.getVariable(task.getId(), "project"), "");
        Map<String, String> told = Map.of("person", people.nameOf(lead), "task", task.getName(), "project", project);
        String reference = project.split(" ", 2)[0];
        notices.tell(
                new Notice(
                        "nobody-there:" + task.getId() + ":" + lead,
                        reference,
                        WORDS.text("nobody-there-subject", told),
                        WORDS.text("nobody-there", told),
                        ProjectReference.isOne(reference) ? "/projects/" + reference : null,
                        Waiting.by(WORDS.text("nobody-there-goes-out"))),
                Stream.concat(Stream.of(lead), places.fellowsOf(lead).stream().map(Person::id))
                        .map(Recipient.Individual::new)
                        .toList());
    }

    private void giveToOffice(String id) {
        Task task = find(id);
        if (task == null || task.getAssignee() == null) {
            return;
        }
        List<String> groups = tasks.getIdentityLinksForTask(id).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        boolean may = people.find(task.getAssignee())
                .filter(person -> groups.stream().anyMatch(person.groups()::contains))
                .isPresent();
        if (!may) {
            tasks.setAssignee(id, null);
        }
    }

    private void tell(Task task, String lead, Person deputy) {
        String name = people.nameOf(lead);
        String project = Objects.toString(tasks.getVariable(task.getId(), "project"), "");
        Map<String, String> told = Map.of("person", name, "task", task.getName(), "project", project);
        notices.tell(
                new Notice(
                        "deputy:%s:%d".formatted(task.getId(), clock.millis()),
                        project.split(" ", 2)[0],
                        WORDS.text("deputy-subject", told),
                        WORDS.text("deputy", told),
                        "/tasks/" + task.getId(),
                        Waiting.by(WORDS.text("deputy-goes-out")).unlessDone(Asks.ownTask(task.getId()))),
                List.of(new Recipient.Individual(deputy.id())));
    }

    /** Somebody may have completed it since it was found. */
    private @Nullable Task find(String id) {
        try {
            return tasks.createTaskQuery().taskId(id).active().singleResult();
        } catch (NullValueException e) {
            return null;
        }
    }
}
