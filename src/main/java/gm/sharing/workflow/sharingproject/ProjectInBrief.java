package gm.sharing.workflow.sharingproject;

import static java.util.stream.Collectors.joining;

import gm.sharing.organisation.Directory;
import gm.sharing.project.DataItem;
import gm.sharing.project.Needs;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.form.Markdown;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What somebody needs to know of a project to judge it, as text of a form. */
@Component
class ProjectInBrief {

    private final Projects projects;
    private final Directory directory;

    ProjectInBrief(Projects projects, Directory directory) {
        this.projects = projects;
        this.directory = directory;
    }

    /** Vision, purpose, information and partners. */
    String of(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        return """
                %s

                %s

                %s"""
                .formatted(
                        Markdown.answer("Vision", project.proposal().vision()),
                        Markdown.answer("Partners", partners(project)),
                        project.needs().map(ProjectInBrief::needs).orElse(""));
    }

    private String partners(SharingProject project) {
        return project.partners().stream()
                .map(partner -> "- %s (%s)"
                        .formatted(
                                directory.nameOf(partner.organisation()),
                                partner.role().label().toLowerCase(Locale.UK)))
                .collect(joining("\n"));
    }

    private static String needs(Needs needs) {
        return Markdown.answer("Purpose", needs.purpose()) + "\n\n" + information(needs);
    }

    /** What is shared about whom. */
    String information(ProjectReference reference) {
        return projects.get(reference).needs().map(ProjectInBrief::information).orElse("");
    }

    private static String information(Needs needs) {
        return String.join(
                "\n\n",
                Markdown.answer(
                        "Information",
                        needs.dataItems().stream().map(ProjectInBrief::item).collect(joining("\n"))),
                Markdown.answer("About", needs.dataSubjects()),
                Markdown.answer("How much", needs.volume()));
    }

    private static String item(DataItem item) {
        return "- " + item.name() + ": " + item.words();
    }
}
