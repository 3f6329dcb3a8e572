package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.project.StartableProjects;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Begins a process of a process owner's own on a project. Its start form asks for the project, in a field with the key
 * {@value #PROJECT}; what else it asks is kept as it asks it.
 */
@Sets({@Variable(name = "lead", whom = Whom.ACCOUNT), @Variable(name = "leadOrganisation", whom = Whom.ORGANISATION)})
@Component
public class OwnStart {

    private static final Words WORDS = Words.in("question/own-processes");

    /** The key of the field in which the project is chosen. */
    public static final String PROJECT = "project";

    /** The name under which the field finds the projects that can be chosen. */
    public static final String PROJECTS = "projects";

    static final String STARTED = "process.started";
    static final String ENDED = "process.ended";

    private final Projects projects;
    private final StartableProjects startable;
    private final AuditTrail trail;

    OwnStart(Projects projects, StartableProjects startable, AuditTrail trail) {
        this.projects = projects;
        this.startable = startable;
        this.trail = trail;
    }

    /** The one answer that the program reads. */
    record Chosen(@NotBlank String project) {}

    List<Option> options(Person person) {
        return startable.of(person).stream()
                .map(project -> new Option(
                        project.reference() + " " + project.title(),
                        project.reference().value()))
                .toList();
    }

    /** The handler of one start form, of the process with this name. */
    StartFormHandler<Chosen> of(String form, String process) {
        return new StartFormHandler<>() {
            @Override
            public String form() {
                return form;
            }

            @Override
            public Set<String> processes() {
                return Set.of();
            }

            @Override
            public Class<Chosen> answers() {
                return Chosen.class;
            }

            @Override
            public Started accept(Chosen answers, Person by) {
                return start(process, answers.project(), by);
            }
        };
    }

    private StartFormHandler.Started start(String process, String chosen, Person by) {
        if (ProjectReference.isOne(chosen)) {
            startable.hold(new ProjectReference(chosen));
        }
        if (!ProjectReference.isOne(chosen) || !startable.includes(new ProjectReference(chosen), by)) {
            throw new Refused("Choose a project from the list: one that you take part in and that was not given up.");
        }
        SharingProject project = projects.get(new ProjectReference(chosen));
        record(project, by, WORDS.text("started", Map.of("person", by.name(), "process", process)));
        return new StartFormHandler.Started(
                project.reference(),
                Map.of(
                        "lead",
                        project.lead(),
                        "leadOrganisation",
                        project.leadOrganisation().value()));
    }

    /** For the lead organisation and the Board, and for the partner whose person it was. */
    private void record(SharingProject project, Person by, String what) {
        String reference = project.reference().value();
        by.organisations().stream()
                .filter(organisation -> project.partner(organisation).isPresent())
                .filter(organisation -> !organisation.equals(project.leadOrganisation()))
                .findFirst()
                .ifPresentOrElse(
                        partner -> trail.record(reference, by.id(), STARTED, what, partner),
                        () -> trail.record(reference, by.id(), STARTED, what));
    }
}
