package gm.sharing.security;

import gm.sharing.Dates;
import gm.sharing.Paging;
import gm.sharing.audit.SecurityEvent;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.deadline.TypedDay;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
            @ModelAttribute OnDay typed,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        if (!person.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("The security record is for administrators");
        }
        OnDay on = day.isBlank() ? typed : OnDay.inLink(day.strip());
        LocalDate date = on.date();
        Page<SecurityEvent> events = record.find(
                searched(who),
                searched(type),
                date == null ? BEFORE_EVERYTHING : startOf(date),
                date == null ? AFTER_EVERYTHING : startOf(date.plusDays(1)),
                Paging.page(page));
        model.addAttribute("who", who);
        model.addAttribute("type", type);
        model.addAttribute("on", on);
        model.addAttribute("notADay", date == null && !on.isEmpty());
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

    /** A day as three numbers, as they were typed. */
    record OnDay(@Nullable String onDay, @Nullable String onMonth, @Nullable String onYear) {

        /** Of a link that says it as {@code 2026-11-28}; what is none stands where the day does. */
        static OnDay inLink(String day) {
            try {
                LocalDate date = LocalDate.parse(day);
                return new OnDay(
                        Integer.toString(date.getDayOfMonth()),
                        Integer.toString(date.getMonthValue()),
                        Integer.toString(date.getYear()));
            } catch (DateTimeParseException e) {
                return new OnDay(day, null, null);
            }
        }

        boolean isEmpty() {
            return Stream.of(onDay, onMonth, onYear).allMatch(part -> part == null || part.isBlank());
        }

        @Nullable LocalDate date() {
            return TypedDay.of(onDay, onMonth, onYear).orElse(null);
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
