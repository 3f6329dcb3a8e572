package gm.sharing.security;

import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators of the service see by which providers somebody signs in, and end that. */
@Controller
@RequestMapping("/sign-ins/{id:[a-zA-Z0-9@._-]{1,64}}")
class LinkedSignInPages {

    private static final Words WORDS = Words.in("security/links");

    private final LinkedSignIns links;

    LinkedSignInPages(LinkedSignIns links) {
        this.links = links;
    }

    @GetMapping
    String show(@PathVariable String id, Person by, Model model) {
        return page(account(id, by), "", "", List.of(), model);
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping
    String end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String reason,
            Person by,
            Model model,
            RedirectAttributes afterwards) {
        Account account = account(id, by);
        String ended;
        try {
            ended = links.end(account, provider, reason, by);
        } catch (Refused refused) {
            return page(account, provider, reason, Problem.in(refused, "provider", LinkedSignInPages::label), model);
        }
        afterwards.addFlashAttribute("done", WORDS.text("done", Map.of("person", account.name(), "provider", ended)));
        return "redirect:/sign-ins/" + id;
    }

    /** Ends all sign-ins of somebody, whatever began them. */
    @PostMapping("/end-all")
    String endAll(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            Person by,
            Model model,
            RedirectAttributes afterwards) {
        Account account = account(id, by);
        try {
            links.endAll(account, why, by);
        } catch (Refused refused) {
            model.addAttribute("why", why);
            return page(account, "", "", Problem.in(refused, "why", LinkedSignInPages::label), model);
        }
        afterwards.addFlashAttribute("done", WORDS.text("ended-all", Map.of("person", account.name())));
        return "redirect:/sign-ins/" + id;
    }

    private static String label(String field) {
        return switch (field) {
            case "reason" -> WORDS.text("label-reason");
            case "why" -> WORDS.text("label-why");
            default -> WORDS.text("label-provider");
        };
    }

    private Account account(String id, Person by) {
        return links.account(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Account account, String provider, String reason, List<Problem> problems, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("links", links.of(account));
        model.addAttribute("open", links.open(account));
        model.addAttribute("provider", provider);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute("wrong", problems.stream().collect(Collectors.toMap(Problem::field, Problem::message)));
        return "security/links";
    }
}
