package gm.sharing.steps.signoff;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells a lead, before anybody waits, at which partner nobody could do what will be asked, and what to do about it. */
@Component
public class VacantOffices {

    private static final Words WORDS = Words.in("sign-off/vacant-offices");

    private final Deciders deciders;
    private final Directory directory;

    VacantOffices(Deciders deciders, Directory directory) {
        this.deciders = deciders;
        this.directory = directory;
    }

    /** As Markdown; empty when everybody who is needed is there. */
    public String of(SharingProject project) {
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
            parts.add(WORDS.text(
                    "blocking",
                    Map.of(
                            "partners",
                            blocking.entrySet().stream()
                                    .map(entry -> WORDS.text(
                                            "partner",
                                            Map.of(
                                                    "partner",
                                                    name(entry.getKey()),
                                                    "offices",
                                                    words(entry.getValue()))))
                                    .collect(Collectors.joining("\n")))));
        }
        if (!withoutGuardian.isEmpty()) {
            parts.add(WORDS.text(
                    "without-guardian",
                    Map.of("partners", withoutGuardian.stream().map(this::name).collect(Collectors.joining(", ")))));
        }
        return String.join("\n\n", parts);
    }

    private static String words(List<Role> offices) {
        return offices.stream()
                .map(Role::words)
                .collect(Collectors.joining(Words.in("sign-off/situation").text("no") + " "));
    }

    private String name(OrganisationCode organisation) {
        return Markdown.plain(directory.nameOf(organisation));
    }
}
