package gm.sharing.security;

import gm.sharing.Dates;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people see in which browsers they are signed in, and sign out of others (OWASP ASVS 5.0, 7.5.2). */
@Controller
@RequestMapping("/signed-in")
class SignedInPages {

    private static final Words WORDS = Words.in("security/sessions");

    private final OpenSessions sessions;
    private final SecurityTrail trail;

    SignedInPages(OpenSessions sessions, SecurityTrail trail) {
        this.sessions = sessions;
        this.trail = trail;
    }

    /** @param mark as {@link OpenSessions.Open} has it */
    record Line(String mark, String from, String since, String lastUsed, boolean own) {

        static Line of(OpenSessions.Open open) {
            return new Line(
                    open.mark(),
                    open.from().isEmpty() ? WORDS.text("unknown") : open.from(),
                    Dates.moment(open.since()),
                    Dates.moment(open.lastUsed()),
                    open.own());
        }
    }

    @GetMapping
    String show(Person person, Model model) {
        List<Line> lines = sessions.of(person.id()).stream().map(Line::of).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("others", lines.stream().anyMatch(line -> !line.own()));
        return "security/signed-in";
    }

    /** Ends one or all others; one that has ended since is as good as ended. */
    @PostMapping
    String end(@RequestParam(defaultValue = "") String which, Person person, RedirectAttributes afterwards) {
        if (which.isEmpty()) {
            int ended = sessions.endOthers(person.id());
            trail.record(person.id(), "sign-in.ended", WORDS.text("recorded", Map.of("count", String.valueOf(ended))));
            afterwards.addFlashAttribute("done", WORDS.text("ended-others"));
        } else {
            if (sessions.end(person.id(), which)) {
                trail.record(person.id(), "sign-in.ended", WORDS.text("recorded", Map.of("count", "1")));
            }
            afterwards.addFlashAttribute("done", WORDS.text("ended-one"));
        }
        return "redirect:/signed-in";
    }
}
