package gm.sharing.directory;

import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of an organisation: who holds which role, and who was invited. */
@Controller
@RequestMapping("/organisations/{code:[a-z0-9]{2,40}}")
class PeoplePages {

    private static final String PERSON = "/people/{id:[a-zA-Z0-9@._-]{1,64}}";

    private final Directory directory;
    private final OrganisationPeople people;

    PeoplePages(Directory directory, OrganisationPeople people) {
        this.directory = directory;
        this.people = people;
    }

    @GetMapping("/people")
    String list(@PathVariable String code, Person person, Model model) {
        OrganisationCode organisation = mine(code, person);
        List<OrganisationPeople.Line> lines = people.of(organisation);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "uninvited",
                lines.stream().filter(OrganisationPeople.Line::isUninvited).count());
        return show("directory/people", organisation, model);
    }

    /** Everybody who was not invited yet, or one person anew. */
    @PostMapping("/invite-people")
    String invite(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String id,
            Person person,
            RedirectAttributes afterwards) {
        OrganisationCode organisation = mine(code, person);
        int sent = people.invite(organisation, id.isEmpty() ? List.of() : List.of(id), person);
        afterwards.addFlashAttribute(
                "done",
                switch (sent) {
                    case 0 -> ImportWords.of("invited-nobody");
                    case 1 -> ImportWords.of("invited-one");
                    default -> ImportWords.of("invited-many", "count", sent);
                });
        return "redirect:/organisations/" + code + "/people";
    }

    @GetMapping(PERSON)
    String ask(@PathVariable String code, @PathVariable String id, Person person, Model model) {
        OrganisationCode organisation = mine(code, person);
        OrganisationPeople.Line line = line(id, organisation);
        return form(line, line.held(), List.of(), organisation, model);
    }

    @PostMapping(PERSON)
    String appoint(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> seen,
            @RequestParam(defaultValue = "") List<String> roles,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        OrganisationCode organisation = mine(code, person);
        OrganisationPeople.Line line = line(id, organisation);
        try {
            people.appoint(id, organisation, roles(seen), roles(roles), person);
        } catch (Refused refused) {
            return form(
                    line,
                    Set.copyOf(roles),
                    List.of(new Problem("roles", String.valueOf(refused.getMessage()))),
                    organisation,
                    model);
        }
        afterwards.addFlashAttribute("done", ImportWords.of("roles-saved", "person", line.name()));
        return "redirect:/organisations/" + code + "/people";
    }

    private String form(
            OrganisationPeople.Line line,
            Set<String> ticked,
            List<Problem> problems,
            OrganisationCode organisation,
            Model model) {
        model.addAttribute("person", line);
        model.addAttribute("ticked", ticked);
        model.addAttribute("roles", Role.ofOrganisations());
        model.addAttribute("problems", problems);
        return show("directory/person", organisation, model);
    }

    private String show(String page, OrganisationCode organisation, Model model) {
        model.addAttribute("code", organisation.value());
        model.addAttribute("name", directory.nameOf(organisation));
        return page;
    }

    /** Nothing but what the page offers. */
    private static Set<Role> roles(Collection<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> Role.ofOrganisations().stream()
                        .filter(role -> role.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)))
                .forEach(roles::add);
        return roles;
    }

    private OrganisationPeople.Line line(String id, OrganisationCode organisation) {
        return people.find(id, organisation).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whoever administers neither it nor the service does not learn whether there is such an organisation. */
    private OrganisationCode mine(String typed, Person person) {
        OrganisationCode code = new OrganisationCode(typed);
        if (!person.administers(code)) {
            throw new AccessDeniedException(person.id() + " does not administer " + code);
        }
        if (directory.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return code;
    }
}
