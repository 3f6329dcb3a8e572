package gm.sharing.mandate;

import gm.sharing.Dates;
import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.code.Code;
import gm.sharing.code.CodesInForce;
import gm.sharing.deadline.TypedDay;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mandates of an organisation: its signatories give and end them, its administrators end them, its IG officers see them. */
@Controller
class MandatePages {

    private static final String MANDATES = "/organisations/{code:[a-z0-9]{2,40}}/mandates";
    private static final Words WORDS = Words.in("mandate/pages");

    private final Mandates mandates;
    private final CodesInForce codes;
    private final Directory directory;
    private final Clock clock;

    MandatePages(Mandates mandates, CodesInForce codes, Directory directory, Clock clock) {
        this.mandates = mandates;
        this.codes = codes;
        this.directory = directory;
        this.clock = clock;
    }

    /** A mandate, as the page shows it. */
    record Line(
            long id,
            String giver,
            String post,
            String given,
            List<String> kinds,
            String first,
            String last,
            String state,
            boolean inForce,
            boolean mayRevoke) {}

    /** The first and the last day of a mandate, each as three numbers as they were typed. */
    record Days(
            @Nullable String fromDay,
            @Nullable String fromMonth,
            @Nullable String fromYear,
            @Nullable String untilDay,
            @Nullable String untilMonth,
            @Nullable String untilYear) {

        /** Empty when it is no day. */
        String from() {
            return TypedDay.of(fromDay, fromMonth, fromYear)
                    .map(LocalDate::toString)
                    .orElse("");
        }

        /** Empty when it is no day. */
        String until() {
            return TypedDay.of(untilDay, untilMonth, untilYear)
                    .map(LocalDate::toString)
                    .orElse("");
        }
    }

    /** The organisation to which the person belongs. */
    @GetMapping("/mandates")
    String own(Person person) {
        return person.organisation()
                .map(code -> "redirect:" + Mandates.page(mine(code, person)))
                .orElseThrow(() -> new AccessDeniedException(person.id()));
    }

    @GetMapping(MANDATES)
    String list(@PathVariable String code, Person person, Model model) {
        return page(mine(new OrganisationCode(code), person), Offer.NOTHING, List.of(), person, model);
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping(MANDATES)
    String give(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String post,
            @ModelAttribute Days days,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        OrganisationCode organisation = mine(new OrganisationCode(code), person);
        if (!Mandate.mayGive(person, organisation)) {
            throw new AccessDeniedException(person.id());
        }
        Offer offer =
                new Offer(new LinkedHashSet<>(typed.getOrDefault("kinds", List.of())), post, days.from(), days.until());
        try {
            mandates.give(organisation, offer, person);
        } catch (Refused refused) {
            model.addAttribute("days", days);
            return page(organisation, offer, problems(refused), person, model);
        }
        afterwards.addFlashAttribute("done", WORDS.text("done-given"));
        return "redirect:" + Mandates.page(organisation);
    }

    @PostMapping(MANDATES + "/{id:\\d{1,18}}/revoke")
    String revoke(@PathVariable String code, @PathVariable long id, Person person, RedirectAttributes afterwards) {
        OrganisationCode organisation = mine(new OrganisationCode(code), person);
        Mandate mandate = mandates.of(organisation).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (mandate.endedBecause().isEmpty()) {
            if (!mandate.mayRevoke(person)) {
                throw new AccessDeniedException(person.id());
            }
            mandates.revoke(organisation, id, person);
        }
        afterwards.addFlashAttribute("done", WORDS.text("done-revoked"));
        return "redirect:" + Mandates.page(organisation);
    }

    /** What is wrong with a day leads to the first of its numbers. */
    private static List<Problem> problems(Refused refused) {
        return Problem.in(refused, "kinds", MandatePages::label).stream()
                .map(problem -> switch (problem.field()) {
                    case "from" -> new Problem("fromDay", problem.message());
                    case "until" -> new Problem("untilDay", problem.message());
                    default -> problem;
                })
                .toList();
    }

    private static @Nullable String label(String field) {
        return switch (field) {
            case "kinds" -> WORDS.text("label-kinds");
            case "post" -> WORDS.text("label-post");
            case "from" -> WORDS.text("label-from");
            default -> WORDS.text("label-until");
        };
    }

    /** Whoever has no part in the organisation's signatures does not learn whether there is such an organisation. */
    private OrganisationCode mine(OrganisationCode code, Person person) {
        if (!person.administers(code)
                && !person.holdsItself(Role.SIGNATORY, code)
                && !person.holdsItself(Role.IG_OFFICER, code)) {
            throw new AccessDeniedException(person.id());
        }
        if (directory.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return code;
    }

    private String page(OrganisationCode code, Offer offer, List<Problem> problems, Person person, Model model) {
        LocalDate today = LocalDate.now(clock);
        MandateKinds allowed = MandateKinds.now(codes);
        List<Long> counting = mandates.inForce(code).stream().map(Mandate::id).toList();
        model.addAttribute("code", code.value());
        model.addAttribute("name", directory.nameOf(code));
        model.addAttribute("administers", person.administers(code));
        model.addAttribute("mayGive", Mandate.mayGive(person, code));
        model.addAttribute("offer", offer);
        model.addAttribute("choices", allowed.all());
        model.addAttribute(
                "months", allowed.longest(allowed.all().stream().map(Code::code).toList()));
        model.addAttribute(
                "lines",
                mandates.of(code).stream()
                        .map(mandate -> line(mandate, counting.contains(mandate.id()), allowed, today, person))
                        .toList());
        model.addAttribute("problems", problems);
        model.addAttribute(
                "wrong", problems.stream().collect(Collectors.toMap(Problem::field, Problem::message, (a, b) -> a)));
        return "mandate/mandates";
    }

    private static Line line(Mandate mandate, boolean inForce, MandateKinds allowed, LocalDate today, Person person) {
        return new Line(
                mandate.id(),
                mandate.giver().name(),
                mandate.giverPost(),
                Dates.day(mandate.giver().on()),
                allowed.labels(mandate.kinds()),
                Dates.day(mandate.firstDay()),
                Dates.day(mandate.lastDay()),
                state(mandate, inForce, today),
                inForce,
                mandate.mayRevoke(person));
    }

    /** One that is over and not on record as such yet is over all the same. */
    private static String state(Mandate mandate, boolean inForce, LocalDate today) {
        if (inForce) {
            return WORDS.text("in-force");
        }
        if (mandate.endedBecause().isEmpty()) {
            return WORDS.text(today.isBefore(mandate.firstDay()) ? "begins-later" : "over");
        }
        String because = mandate.endedBecause().get().label();
        return mandate.endedBecause().get() == Ending.REVOKED
                ? WORDS.text(
                        "revoked",
                        Map.of(
                                "person", mandate.ended().orElseThrow().name(),
                                "day", Dates.day(mandate.ended().orElseThrow().on())))
                : WORDS.text(
                        "ended",
                        Map.of(
                                "because",
                                because,
                                "day",
                                Dates.day(mandate.ended().orElseThrow().on())));
    }
}
