package gm.sharing.directory;

import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the lead of a project asks for an organisation that the directory does not have. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/missing-organisation")
class MissingOrganisationPages {

    private static final Words WORDS = Words.in("directory/missing");

    private final Projects projects;
    private final MissingOrganisations missing;

    MissingOrganisationPages(Projects projects, MissingOrganisations missing) {
        this.projects = projects;
        this.missing = missing;
    }

    @GetMapping
    String ask(@PathVariable ProjectReference reference, Person person, Model model) {
        return page(led(reference, person), Map.of(), List.of(), model);
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping
    String send(
            @PathVariable ProjectReference reference,
            @RequestParam MultiValueMap<String, String> typed,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        SharingProject project = led(reference, person);
        MissingOrganisation asked;
        try {
            asked = missing.ask(reference, typed, person);
        } catch (Refused refused) {
            return page(
                    project, Given.again(MissingFact.ALL, typed), FormPage.problems(refused, MissingFact.ALL), model);
        }
        afterwards.addFlashAttribute(
                "askedFor",
                WORDS.text(missing.others(asked) == 0 ? "asked" : "asked-by-others", Map.of("name", asked.name())));
        return "redirect:/projects/" + reference;
    }

    private static String page(SharingProject project, Map<String, String> typed, List<Problem> problems, Model model) {
        return new FormPage(
                        project.proposal().title(),
                        WORDS.text("heading"),
                        WORDS.text("before"),
                        "/projects/" + project.reference() + "/missing-organisation",
                        "/projects/" + project.reference(),
                        null,
                        WORDS.text("button"),
                        false)
                .shown(Field.of(MissingFact.ALL, typed, problems, fact -> List.of()), problems, model);
    }

    /** Whoever does not lead it does not learn whether there is such a project. */
    private SharingProject led(ProjectReference reference, Person person) {
        return projects.find(reference)
                .filter(project -> project.isLedBy(person) && !project.status().isGivenUp())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
