package gm.sharing.leaving;

import gm.sharing.Paging;
import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectSummary;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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

/** Where somebody's projects are handed over, all at once, and accounts are disabled and enabled. */
@Controller
@RequestMapping("/leaving")
class LeavingPages {

    private static final Words WORDS = Words.in("leaving/pages");

    private static final String ACCOUNT = "/{id:[a-zA-Z0-9@._-]{1,64}}";

    private final Leaving leaving;
    private final KnownAccounts accounts;
    private final Directory directory;

    LeavingPages(Leaving leaving, KnownAccounts accounts, Directory directory) {
        this.leaving = leaving;
        this.accounts = accounts;
        this.directory = directory;
    }

    /** A person in the list. */
    record Line(String id, String name, String organisation, boolean disabled) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page,
            Person by,
            Model model) {
        if (!by.administersAny()) {
            throw new AccessDeniedException(by.id() + " is no administrator");
        }
        Page<KnownAccount> found = accounts.search(
                words,
                by.holds(Role.ADMINISTRATOR) ? Optional.empty() : Optional.of(by.administered()),
                Paging.page(page));
        Map<OrganisationCode, String> names = directory.namesOf(found.stream()
                .map(KnownAccount::organisation)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        model.addAttribute("words", words);
        model.addAttribute("lines", found.map(one -> line(one, names)).getContent());
        model.addAttribute("paging", Paging.of(found));
        return "leaving/people";
    }

    private static Line line(KnownAccount account, Map<OrganisationCode, String> names) {
        OrganisationCode organisation = account.organisation();
        return new Line(
                account.id(),
                account.name(),
                organisation == null ? "" : names.getOrDefault(organisation, organisation.value()),
                account.disabled());
    }

    @GetMapping(ACCOUNT)
    String person(@PathVariable String id, Person by, Model model) {
        return page(account(id, by), "", "", null, by, model);
    }

    @PostMapping(ACCOUNT + "/hand-over")
    String handOver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String lead,
            Person by,
            Model model,
            RedirectAttributes afterwards) {
        KnownAccount account = account(id, by);
        int count;
        try {
            count = leaving.handOver(id, lead, by);
        } catch (Refused refused) {
            return page(account, "", lead, refused, by, model);
        }
        afterwards.addFlashAttribute("done", WORDS.text("done-handed-over", Map.of("count", count)));
        return "redirect:/leaving/" + id;
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping(ACCOUNT + "/disable")
    String disable(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String successor,
            Person by,
            Model model,
            RedirectAttributes afterwards) {
        KnownAccount account = account(id, by);
        try {
            leaving.disable(id, reason, successor, by);
        } catch (Refused refused) {
            return page(account, reason, successor, refused, by, model);
        }
        afterwards.addFlashAttribute("done", WORDS.text("done-disabled", Map.of("person", account.name())));
        return "redirect:/leaving/" + id;
    }

    @PostMapping(ACCOUNT + "/enable")
    String enable(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Person by,
            Model model,
            RedirectAttributes afterwards) {
        KnownAccount account = account(id, by);
        try {
            leaving.enable(id, reason, by);
        } catch (Refused refused) {
            return page(account, reason, "", refused, by, model);
        }
        afterwards.addFlashAttribute("done", WORDS.text("done-enabled", Map.of("person", account.name())));
        return "redirect:/leaving/" + id;
    }

    private KnownAccount account(String id, Person by) {
        return leaving.find(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(
            KnownAccount account, String reason, String lead, @Nullable Refused refused, Person by, Model model) {
        List<ProjectSummary> led = leaving.leads(account);
        OrganisationCode organisation = account.organisation();
        List<Problem> problems = refused == null
                ? List.of()
                : Problem.in(
                        refused, "reason", field -> WORDS.text(field.equals("reason") ? "label-reason" : "label-lead"));
        model.addAttribute("account", account);
        model.addAttribute("organisation", organisation == null ? "" : directory.nameOf(organisation));
        model.addAttribute("disabling", leaving.disabling(account).orElse(null));
        model.addAttribute("projects", led);
        model.addAttribute("successors", leaving.successors(account, led));
        model.addAttribute("mayDisable", Leaving.mayDisable(by, account));
        model.addAttribute("mayHandOver", Leaving.mayHandOver(by, account));
        model.addAttribute("administers", by.administersAny());
        model.addAttribute("reason", reason);
        model.addAttribute("lead", lead);
        model.addAttribute("problems", problems);
        model.addAttribute("wrong", problems.stream().collect(Collectors.toMap(Problem::field, Problem::message)));
        return "leaving/person";
    }
}
