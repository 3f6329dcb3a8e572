package gm.sharing.directory;

import static gm.sharing.directory.SoughtOrganisations.NOTHING;

import gm.sharing.Paging;
import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.ListedOrganisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory of organisations: the service's administrators keep all of it, an organisation's its own part. */
@Controller
class OrganisationPages {

    static final String ORGANISATION = "/organisations/{code:[a-z0-9]{2,40}}";
    private static final Words ROWS = Words.in("directory/rows");

    private final Directory directory;
    private final OrganisationChanges changes;
    private final ShownOrganisations shown;
    private final OfferedOrganisations offered;
    private final MissingOrganisations missing;

    OrganisationPages(
            Directory directory,
            OrganisationChanges changes,
            ShownOrganisations shown,
            OfferedOrganisations offered,
            MissingOrganisations missing) {
        this.directory = directory;
        this.changes = changes;
        this.shown = shown;
        this.offered = offered;
        this.missing = missing;
    }

    @GetMapping("/organisations")
    String list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        boolean all = person.holds(Role.ADMINISTRATOR);
        if (!all && person.administered().isEmpty()) {
            throw new AccessDeniedException(person.id() + " is no administrator");
        }
        Page<ListedOrganisation> found =
                directory.search(words, all ? Optional.empty() : Optional.of(person.administered()), Paging.page(page));
        model.addAttribute("words", words);
        model.addAttribute("mayAdd", all);
        model.addAttribute("missing", all ? missing.waiting().orElse(null) : null);
        model.addAttribute("lines", found.getContent());
        model.addAttribute("paging", Paging.of(found));
        return "directory/organisations";
    }

    @GetMapping(ORGANISATION)
    String organisation(@PathVariable String code, Person person, Model model) {
        model.addAttribute("organisation", shown.of(mine(code, person), person));
        return "directory/organisation";
    }

    @GetMapping(ORGANISATION + "/{part:[a-z]+}")
    String ask(@PathVariable String code, @PathVariable String part, Person person, Model model) {
        OrganisationCode organisation = mine(code, person);
        Part asked = part(part, organisation, person);
        ShownOrganisations.Typed now = shown.toChange(organisation, asked);
        return page(organisation, asked, now.values(), now.version(), NOTHING, List.of(), model);
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping(ORGANISATION + "/{part:[a-z]+}")
    String change(
            @PathVariable String code,
            @PathVariable String part,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> sent,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        OrganisationCode organisation = mine(code, person);
        Part asked = part(part, organisation, person);
        MultiValueMap<String, String> typed = DayFields.joined(asked.facts(), sent);
        SoughtOrganisations sought = SoughtOrganisations.in(typed);
        if (sought.isAsked()) {
            return page(organisation, asked, Given.again(asked.facts(), typed), version, sought, List.of(), model);
        }
        try {
            changes.change(organisation, asked, typed, version, person);
        } catch (Refused refused) {
            long seen = refused instanceof ChangedSince
                    ? shown.toChange(organisation, asked).version()
                    : version;
            return page(
                    organisation,
                    asked,
                    Given.again(asked.facts(), typed),
                    seen,
                    NOTHING,
                    FormPage.problems(refused, asked.facts()),
                    model);
        }
        afterwards.addFlashAttribute("saved", true);
        return "redirect:/organisations/" + code;
    }

    @GetMapping("/add-organisation")
    String askForNew(Person person, Model model) {
        mustBeOfTheService(person);
        return page(null, null, Map.of(), 0, NOTHING, List.of(), model);
    }

    @PostMapping("/add-organisation")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        mustBeOfTheService(person);
        MultiValueMap<String, String> typed = DayFields.joined(Part.TO_ADD, sent);
        SoughtOrganisations sought = SoughtOrganisations.in(typed);
        if (sought.isAsked()) {
            return page(null, null, Given.again(Part.TO_ADD, typed), 0, sought, List.of(), model);
        }
        OrganisationCode added;
        try {
            added = changes.add(typed, person);
        } catch (Refused refused) {
            return page(
                    null,
                    null,
                    Given.again(Part.TO_ADD, typed),
                    0,
                    NOTHING,
                    FormPage.problems(refused, Part.TO_ADD),
                    model);
        }
        afterwards.addFlashAttribute("added", true);
        return "redirect:/organisations/" + added;
    }

    private String page(
            @Nullable OrganisationCode organisation,
            @Nullable Part part,
            Map<String, String> typed,
            long version,
            SoughtOrganisations sought,
            List<Problem> problems,
            Model model) {
        FormPage page = organisation == null || part == null
                ? new FormPage(
                        null,
                        "Add an organisation",
                        ROWS.text("add-organisation"),
                        "/add-organisation",
                        "/organisations",
                        null,
                        "Add the organisation",
                        false)
                : new FormPage(
                        directory.nameOf(organisation),
                        part.title(),
                        null,
                        "/organisations/" + organisation + "/" + part.key(),
                        "/organisations/" + organisation,
                        version,
                        "Save",
                        false);
        List<Fact> asked = part == null ? Part.TO_ADD : part.facts();
        OfferedOrganisations.Offer offer = offered.offer(asked, typed, organisation, sought);
        model.addAttribute("offer", offer);
        return page.shown(Field.of(asked, typed, problems, offer::of), problems, model);
    }

    /** Whoever administers neither it nor the service does not learn whether there is such an organisation. */
    OrganisationCode mine(String typed, Person person) {
        OrganisationCode code = new OrganisationCode(typed);
        if (!person.administers(code)) {
            throw new AccessDeniedException(person.id() + " does not administer " + code);
        }
        if (directory.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return code;
    }

    private static Part part(String typed, OrganisationCode organisation, Person person) {
        Part part = Part.of(typed).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!OrganisationChanges.mayChange(person, organisation, part)) {
            throw new AccessDeniedException(person.id() + " does not change this of " + organisation);
        }
        return part;
    }

    private static void mustBeOfTheService(Person person) {
        if (!person.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only administrators of the service add organisations");
        }
    }
}
