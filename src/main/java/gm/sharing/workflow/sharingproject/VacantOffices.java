package gm.sharing.workflow.sharingproject;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.SharingProject;
import gm.sharing.workflow.form.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells a lead, before anybody waits, at which partner nobody could do what will be asked, and what to do about it. */
@Component
class VacantOffices {

    private final Deciders deciders;
    private final Directory directory;

    VacantOffices(Deciders deciders, Directory directory) {
        this.deciders = deciders;
        this.directory = directory;
    }

    /** As Markdown; empty when everybody who is needed is there. */
    String of(SharingProject project) {
        Map<OrganisationCode, List<Role>> blocking = new LinkedHashMap<>();
        List<OrganisationCode> withoutGuardian = new ArrayList<>();
        deciders.vacancies(project).forEach(vacancy -> {
            if (vacancy.blocks()) {
                blocking.computeIfAbsent(vacancy.organisation(), partner -> new ArrayList<>())
                        .add(vacancy.office());
            } else {
                withoutGuardian.add(vacancy.organisation());
            }
        });
        List<String> parts = new ArrayList<>();
        if (!blocking.isEmpty()) {
            parts.add("**Some partners have nobody who can do their part yet:**\n\n"
                    + blocking.entrySet().stream()
                            .map(entry -> "- " + name(entry.getKey()) + ": no " + words(entry.getValue()))
                            .collect(Collectors.joining("\n"))
                    + "\n\nAsk the organisation who holds the role, and an administrator to give it to that person. A small"
                    + " organisation can have another one act for it. Until then the project would wait there.");
        }
        if (!withoutGuardian.isEmpty()) {
            parts.add("**No Caldicott Guardian is asked at:** "
                    + withoutGuardian.stream().map(this::name).collect(Collectors.joining(", "))
                    + ". They receive confidential information and nobody here holds that role for them. The police, fire"
                    + " services and landlords have no Guardian. If one of these organisations has one, ask an administrator to"
                    + " give that person the role before you send the agreement out.");
        }
        return String.join("\n\n", parts);
    }

    private static String words(List<Role> offices) {
        return offices.stream().map(Role::words).collect(Collectors.joining(", no "));
    }

    private String name(OrganisationCode organisation) {
        return Markdown.plain(directory.nameOf(organisation));
    }
}
