package gm.sharing.onboarding;

import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.onboarding.TermsRecord.Acceptance;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The terms of the framework, to be read and accepted for an organisation, and what it accepted before. */
@Controller
class TermsPages {

    private static final String TERMS = "/organisations/{code:[a-z0-9]{2,40}}/terms";
    private static final Words WORDS = Words.in("onboarding/terms");

    private final AcceptedTerms accepted;
    private final Directory directory;

    TermsPages(AcceptedTerms accepted, Directory directory) {
        this.accepted = accepted;
        this.directory = directory;
    }

    @GetMapping(TERMS)
    String read(@PathVariable String code, Person person, Model model) {
        return page(mine(code, person), person, List.of(), model);
    }

    @PostMapping(TERMS)
    String accept(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String accept,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        OrganisationCode organisation = mine(code, person);
        if (AcceptedTerms.role(person, organisation).isEmpty()) {
            throw new AccessDeniedException(person.id());
        }
        try {
            if (!accept.equals("true")) {
                throw Refused.of("accept", WORDS.text("tick"));
            }
            accepted.accept(organisation, digest, person);
        } catch (Refused refused) {
            return page(organisation, person, Problem.in(refused, "accept", field -> null), model);
        }
        afterwards.addFlashAttribute("saved", WORDS.text("saved"));
        return "redirect:/organisations/" + organisation + "/terms";
    }

    private String page(OrganisationCode organisation, Person person, List<Problem> problems, Model model) {
        Terms terms = Terms.now();
        List<Acceptance> before = accepted.of(organisation);
        boolean done = before.stream().anyMatch(acceptance -> acceptance.terms().equals(terms));
        model.addAttribute("code", organisation.value());
        model.addAttribute("name", directory.nameOf(organisation));
        model.addAttribute("administers", person.administers(organisation));
        model.addAttribute("terms", terms);
        model.addAttribute("accepted", done);
        model.addAttribute(
                "mayAccept", !done && AcceptedTerms.role(person, organisation).isPresent());
        model.addAttribute("before", before.stream().map(Line::of).toList());
        model.addAttribute("problems", problems);
        return "onboarding/terms";
    }

    /** Whoever neither administers it nor signs for it does not learn whether there is such an organisation. */
    private OrganisationCode mine(String typed, Person person) {
        OrganisationCode code = new OrganisationCode(typed);
        if (!person.administers(code) && !person.holds(Role.SIGNATORY, code)) {
            throw new AccessDeniedException(person.id());
        }
        if (directory.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return code;
    }

    /** What was accepted, as the page shows it. */
    record Line(String version, String by, String at, String digest, List<String> paragraphs) {

        static Line of(Acceptance acceptance) {
            return new Line(
                    acceptance.terms().version(),
                    WORDS.text("by", Map.of("person", acceptance.by().name(), "role", acceptance.role())),
                    acceptance.by().moment(),
                    acceptance.digest(),
                    acceptance.terms().paragraphs());
        }
    }
}
