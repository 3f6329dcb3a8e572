package gm.sharing.deadline;

import gm.sharing.Dates;
import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the days that do not count; everybody who signs in reads it, administrators change it. */
@Controller
@RequestMapping("/working-days")
class WorkingDaysPages {

    private static final Words WORDS = Words.in("deadline/bank-holidays");

    private static final String PAGE = "deadline/working-days";

    private final BankHolidays bankHolidays;

    WorkingDaysPages(BankHolidays bankHolidays) {
        this.bankHolidays = bankHolidays;
    }

    /** What is typed on the page, as it was typed. */
    record Typed(@Nullable String day, @Nullable String month, @Nullable String year, @Nullable String name) {

        @Nullable LocalDate date() {
            return TypedDay.of(day, month, year).orElse(null);
        }
    }

    /** A bank holiday as the page shows it. */
    record Shown(LocalDate day, String inWords, String name, String added, boolean underWay) {}

    @GetMapping
    String read(Person person, Model model) {
        return page(new Typed(null, null, null, null), List.of(), person, model);
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping
    String add(@ModelAttribute Typed typed, Person person, Model model, RedirectAttributes afterwards) {
        mustBeAllowed(person);
        LocalDate day;
        try {
            day = bankHolidays.add(typed.date(), typed.name(), person).day();
        } catch (Refused refused) {
            return page(typed, Problem.in(refused, "day", field -> null), person, model);
        }
        afterwards.addFlashAttribute("done", WORDS.text("page-added", Map.of("day", Dates.weekday(day))));
        return "redirect:/working-days";
    }

    @PostMapping("/take-back")
    String takeBack(@RequestParam String day, Person person, RedirectAttributes afterwards) {
        mustBeAllowed(person);
        LocalDate added = TypedDay.of(day.strip(), LocalDate.now(Dates.LONDON))
                .orElseThrow(() -> new Refused("This is no bank holiday that was added."));
        bankHolidays.takeBack(added, person);
        afterwards.addFlashAttribute("done", WORDS.text("page-taken-back", Map.of("day", Dates.weekday(added))));
        return "redirect:/working-days";
    }

    private String page(Typed typed, List<Problem> problems, Person person, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("wrong", problems.stream().collect(Collectors.toMap(Problem::field, Problem::message)));
        model.addAttribute("mayChange", BankHolidays.mayChange(person));
        model.addAttribute(
                "bankHolidays",
                bankHolidays.coming().stream()
                        .map(day -> new Shown(
                                day.day(),
                                Dates.weekday(day.day()),
                                day.name(),
                                day.added().name() + ", "
                                        + Dates.day(day.added().at()),
                                bankHolidays.isBeingDone(day.day())))
                        .toList());
        return PAGE;
    }

    private static void mustBeAllowed(Person person) {
        if (!BankHolidays.mayChange(person)) {
            throw new AccessDeniedException("Only administrators change bank holidays");
        }
    }
}
