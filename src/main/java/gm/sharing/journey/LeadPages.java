package gm.sharing.journey;

import gm.sharing.Refused;
import gm.sharing.leaving.KnownAccount;
import gm.sharing.leaving.KnownAccounts;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a project is handed to another project lead, by its lead, a colleague or an administrator. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/lead")
class LeadPages {

    private static final Words WORDS = Words.in("journey/record");

    private static final String PAGE = "journey/lead";

    private final ProjectGate gate;
    private final Projects projects;
    private final ProjectLeads leads;
    private final People people;
    private final KnownAccounts accounts;

    LeadPages(ProjectGate gate, Projects projects, ProjectLeads leads, People people, KnownAccounts accounts) {
        this.accounts = accounts;
        this.gate = gate;
        this.projects = projects;
        this.leads = leads;
        this.people = people;
    }

    @GetMapping
    String ask(@PathVariable ProjectReference reference, Person person, Model model) {
        show(led(reference, person), model);
        return PAGE;
    }

    @PostMapping
    String handOver(
            @PathVariable ProjectReference reference,
            @RequestParam(defaultValue = "") String lead,
            Person person,
            Model model) {
        SharingProject project = led(reference, person);
        try {
            Person to = others(project).stream()
                    .filter(one -> one.id().equals(lead))
                    .findFirst()
                    .flatMap(one -> people.find(one.id()))
                    .orElseThrow(() -> Refused.of("lead", "choose somebody from the list."));
            leads.handOver(reference, to, person);
        } catch (Refused refused) {
            show(project, model);
            model.addAttribute("refusal", refused.getMessage());
            return PAGE;
        }
        return "redirect:/projects/" + reference;
    }

    private void show(SharingProject project, Model model) {
        model.addAttribute("reference", project.reference());
        model.addAttribute(
                "now",
                people.find(project.lead())
                        .map(Person::name)
                        .orElseGet(() -> WORDS.text("no-account", Map.of("lead", people.nameOf(project.lead())))));
        model.addAttribute("lead", people.find(project.lead()).map(Person::id).orElse(null));
        model.addAttribute("others", others(project));
    }

    /** The other project leads of the organisation, by name. */
    private List<KnownAccount> others(SharingProject project) {
        return accounts.leadsOf(Set.of(project.runBy())).stream()
                .filter(one -> !one.id().equals(project.lead()))
                .toList();
    }

    private SharingProject led(ProjectReference reference, Person person) {
        SharingProject project = projects.find(reference)
                .filter(one -> person.administers(one.runBy()))
                .orElseGet(() -> gate.open(reference, person).project());
        if (!project.isLedBy(person) && !person.administers(project.runBy())) {
            throw new AccessDeniedException("Only project leads of its organisation hand a project over");
        }
        return project;
    }
}
