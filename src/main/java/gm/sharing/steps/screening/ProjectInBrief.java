package gm.sharing.steps.screening;

import static java.util.stream.Collectors.joining;

import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.Directory;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Law;
import gm.sharing.project.Needs;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What somebody needs to know of a project to judge it, as text of a form. */
@Component
public class ProjectInBrief {

    private static final Words WORDS = Words.in("dpia/screening");

    private final Projects projects;
    private final Directory directory;
    private final CodesInForce codes;

    ProjectInBrief(Projects projects, Directory directory, CodesInForce codes) {
        this.projects = projects;
        this.directory = directory;
        this.codes = codes;
    }

    /** Vision, purpose, information and partners. */
    public String of(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        return """
                %s

                %s

                %s"""
                .formatted(
                        Markdown.answer(WORDS.text("vision"), project.proposal().vision()),
                        Markdown.answer(WORDS.text("partners"), partners(project)),
                        project.needs().map(this::needs).orElse(""));
    }

    private String partners(SharingProject project) {
        return project.partners().stream()
                .map(partner -> WORDS.text(
                        "partner",
                        Map.of(
                                "partner", directory.nameOf(partner.organisation()),
                                "role", partner.role().label().toLowerCase(Locale.UK))))
                .collect(joining("\n"));
    }

    private String needs(Needs needs) {
        return Markdown.answer(WORDS.text("purpose"), needs.purpose()) + "\n\n" + information(needs);
    }

    /** What is shared about whom. */
    String information(ProjectReference reference) {
        return projects.get(reference).needs().map(this::information).orElse("");
    }

    private String information(Needs needs) {
        DataKinds kinds = new Law(codes.now()).kinds();
        return String.join(
                "\n\n",
                Markdown.answer(
                        WORDS.text("information"),
                        needs.dataItems().stream()
                                .map(item -> "- " + item.name() + ": " + kinds.words(item))
                                .collect(joining("\n"))),
                Markdown.answer(WORDS.text("about"), needs.dataSubjects()),
                Markdown.answer(WORDS.text("how-much"), needs.volume()));
    }
}
