package gm.sharing.workflow.page;

import gm.sharing.journey.ProjectGate;
import gm.sharing.journey.SentStep;
import gm.sharing.journey.SentSteps;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.EarlierForms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What was answered in a form that describes a project, from the moment it was sent, for those who may read drafts. */
@Controller
class ProjectAnswersPages {

    private final ProjectGate gate;
    private final SentSteps sent;
    private final EarlierForms forms;
    private final Projects projects;

    ProjectAnswersPages(ProjectGate gate, SentSteps sent, EarlierForms forms, Projects projects) {
        this.gate = gate;
        this.sent = sent;
        this.forms = forms;
        this.projects = projects;
    }

    @GetMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/answers/{step:[\\w.-]{1,100}}")
    String answers(@PathVariable ProjectReference reference, @PathVariable String step, Person person, Model model) {
        if (!gate.letsIntoReview(reference, null, person)) {
            throw missing();
        }
        SentStep told = sent.of(reference).stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow(ProjectAnswersPages::missing);
        model.addAttribute("project", reference);
        model.addAttribute("titled", projects.get(reference).title());
        model.addAttribute("sent", told);
        model.addAttribute("sections", EarlierAnswers.sections(forms.of(reference, told)));
        return "form/sent";
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
