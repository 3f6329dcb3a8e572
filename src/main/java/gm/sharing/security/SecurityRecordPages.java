package gm.sharing.security;

import gm.sharing.Dates;
import gm.sharing.Paging;
import gm.sharing.audit.SecurityEvent;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The security record for administrators. */
@Controller
class SecurityRecordPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK).withZone(Dates.LONDON);

    private static final Instant BEFORE_EVERYTHING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant AFTER_EVERYTHING = Instant.parse("3000-01-01T00:00:00Z");

    private final SecurityTrail record;

    SecurityRecordPages(SecurityTrail record) {
        this.record = record;
    }

    @GetMapping("/security-record")
    String read(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        if (!person.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("The security record is for administrators");
        }
        LocalDate date = date(day);
        Page<SecurityEvent> events = record.find(
                searched(who),
                searched(type),
                date == null ? BEFORE_EVERYTHING : startOf(date),
                date == null ? AFTER_EVERYTHING : startOf(date.plusDays(1)),
                Paging.page(page));
        model.addAttribute("who", who);
        model.addAttribute("type", type);
        model.addAttribute("day", day);
        model.addAttribute("notADay", date == null && !day.isBlank());
        model.addAttribute("types", record.types());
        model.addAttribute("lines", events.map(Line::of).getContent());
        model.addAttribute("paging", Paging.of(events));
        return "security/record";
    }

    /** No account and no type holds a NUL, which PostgreSQL refuses. */
    private static String searched(String words) {
        return words.strip().replace("\0", "");
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(Dates.LONDON).toInstant();
    }

    private static @Nullable LocalDate date(String day) {
        try {
            LocalDate date = LocalDate.parse(day.strip());
            return date.getYear() < 2000 || date.getYear() > 2999 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** An entry as the page shows it. */
    record Line(String at, String who, String address, String type, String what) {

        static Line of(SecurityEvent event) {
            return new Line(
                    TIME.format(event.at()),
                    event.who(),
                    event.address() == null ? "" : event.address(),
                    event.type(),
                    event.what());
        }
    }
}
