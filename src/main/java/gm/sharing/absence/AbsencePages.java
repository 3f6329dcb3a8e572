package gm.sharing.absence;

import gm.sharing.Dates;
import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.deadline.TypedDay;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people say when they are away; nobody sees the page of somebody else but administrators. */
@Controller
@RequestMapping("/absence")
class AbsencePages {

    private static final Words WORDS = Words.in("absence/notices");

    private static final String PAGE = "absence/absence";

    private final Absences absences;
    private final People people;

    AbsencePages(Absences absences, People people) {
        this.absences = absences;
        this.people = people;
    }

    /** The first and the last of the days, each as three numbers as they were typed. */
    record Days(
            @Nullable String firstDay,
            @Nullable String firstMonth,
            @Nullable String firstYear,
            @Nullable String lastDay,
            @Nullable String lastMonth,
            @Nullable String lastYear) {

        @Nullable LocalDate first() {
            return TypedDay.of(firstDay, firstMonth, firstYear).orElse(null);
        }

        @Nullable LocalDate last() {
            return TypedDay.of(lastDay, lastMonth, lastYear).orElse(null);
        }
    }

    @GetMapping
    String absence(@RequestParam(defaultValue = "") String person, Person by, Model model) {
        return page(away(person, by), by, List.of(), model);
    }

    /** Nothing that was chosen is lost when it is refused. */
    @PostMapping
    String note(
            @RequestParam(defaultValue = "") String person,
            @ModelAttribute Days days,
            @RequestParam(defaultValue = "") String deputy,
            Person by,
            Model model,
            RedirectAttributes afterwards) {
        Person away = away(person, by);
        try {
            Absence noted = note(away, deputy, days, by);
            afterwards.addFlashAttribute("done", WORDS.text("done-noted", Map.of("deputy", noted.deputyName())));
        } catch (Refused refused) {
            model.addAttribute("days", days);
            model.addAttribute("deputy", deputy);
            return page(away, by, Problem.in(refused, "firstDay", AbsencePages::label), model);
        }
        return back(away, by, afterwards);
    }

    /** Tells at once what of it is not answered; the rules about the answers follow. */
    private Absence note(Person away, String deputy, Days days, Person by) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        if (first == null || last == null || deputy.isBlank()) {
            throw new Refused(Stream.of(
                            first == null ? Complaint.of("firstDay", WORDS.text("no-day")) : null,
                            last == null ? Complaint.of("lastDay", WORDS.text("no-day")) : null,
                            deputy.isBlank() ? Complaint.of("deputy", WORDS.text("no-deputy")) : null)
                    .filter(Objects::nonNull)
                    .toList());
        }
        return absences.note(away.id(), deputy, first, last, by);
    }

    private static @Nullable String label(String field) {
        return switch (field) {
            case "firstDay" -> WORDS.text("label-first");
            case "lastDay" -> WORDS.text("label-last");
            case "deputy" -> WORDS.text("label-deputy");
            default -> null;
        };
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String person,
            Person by,
            RedirectAttributes afterwards) {
        Person away = away(person, by);
        absences.end(id, by);
        afterwards.addFlashAttribute("done", WORDS.text("done-ended"));
        return back(away, by, afterwards);
    }

    private Person away(String person, Person by) {
        if (person.isEmpty() || person.equals(by.id())) {
            return by;
        }
        if (!Absences.mayNote(by, person)) {
            throw new AccessDeniedException("Only administrators see when others are away");
        }
        return people.find(person).orElseThrow(() -> new Refused("There is nobody who signs in as “" + person + "”."));
    }

    private String page(Person away, Person by, List<Problem> problems, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("today", LocalDate.now(Dates.LONDON));
        model.addAttribute("away", away);
        model.addAttribute("self", away.id().equals(by.id()));
        model.addAttribute("mayNoteForOthers", by.holds(Role.ADMINISTRATOR));
        model.addAttribute("absences", absences.of(away));
        model.addAttribute("deputyIn", absences.deputyIn(away));
        model.addAttribute("colleagues", absences.colleagues(away));
        return PAGE;
    }

    private static String back(Person away, Person by, RedirectAttributes afterwards) {
        if (!away.id().equals(by.id())) {
            afterwards.addAttribute("person", away.id());
        }
        return "redirect:/absence";
    }
}
