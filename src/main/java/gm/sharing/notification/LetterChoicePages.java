package gm.sharing.notification;

import gm.sharing.Problem;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people choose how emails come to them; each sees and changes the own choice only. */
@Controller
@RequestMapping("/notifications")
class LetterChoicePages {

    private static final Words WORDS = Words.in("notice/choice");

    private static final String PAGE = "notification/choice";
    private static final String EACH = "each";
    private static final String DAILY = "daily";

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("ha", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private final DailyLetters daily;

    LetterChoicePages(DailyLetters daily) {
        this.daily = daily;
    }

    @GetMapping
    String choice(Person person, Model model) {
        return page(List.of(), person, model);
    }

    @PostMapping
    String choose(
            @RequestParam(defaultValue = "") String letters,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        Map<String, String> when = Map.of("time", inWords(daily.at()));
        switch (letters) {
            case DAILY -> {
                daily.choose(person.id());
                afterwards.addFlashAttribute("done", WORDS.text("done-daily", when));
            }
            case EACH -> {
                daily.end(person.id());
                afterwards.addFlashAttribute("done", WORDS.text("done-each"));
            }
            default -> {
                return page(List.of(new Problem(EACH, WORDS.text("none-chosen"))), person, model);
            }
        }
        return "redirect:/notifications";
    }

    private String page(List<Problem> problems, Person person, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("daily", daily.isChosenBy(person.id()));
        model.addAttribute("hour", inWords(daily.at()));
        return PAGE;
    }

    /** "9am", "8:30am". */
    private static String inWords(LocalTime time) {
        return (time.getMinute() == 0 ? HOUR : MINUTE).format(time).toLowerCase(Locale.UK);
    }
}
