package gm.sharing.directory;

import gm.sharing.PlainText;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import gm.sharing.wording.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody gave on a page, each by itself fit to be kept; what is not is refused all at once. */
final class Given {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");

    private static final Words WORDS = Words.in("directory/rows");

    private static final LocalDate FIRST = LocalDate.parse("1800-01-01");
    private static final LocalDate LAST = LocalDate.parse("2200-01-01");

    private final Map<Asked, String> values = new HashMap<>();

    private Given() {}

    /**
     * Reads what was typed.
     *
     * @param typed by key; what was not sent is refused and not taken for empty, which would remove what is known
     * @throws Refused naming every field that will not do
     */
    static Given of(Collection<? extends Asked> asked, Map<String, List<String>> typed) {
        Given given = new Given();
        List<Complaint> complaints = new ArrayList<>();
        for (Asked fact : asked) {
            try {
                given.values.put(fact, fit(fact, once(fact, typed.getOrDefault(fact.key(), List.of()))));
            } catch (Refused refused) {
                complaints.add(Complaint.of(fact.key(), String.valueOf(refused.getMessage())));
            }
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
        return given;
    }

    /** What was typed, by key, to be shown again. */
    static Map<String, String> again(Collection<? extends Asked> asked, Map<String, List<String>> typed) {
        return asked.stream()
                .filter(fact -> !typed.getOrDefault(fact.key(), List.of()).isEmpty())
                .collect(Collectors.toMap(Asked::key, fact -> {
                    List<String> values = typed.getOrDefault(fact.key(), List.of());
                    return fact.kind() == Fact.Kind.ORGANISATIONS ? together(values) : values.get(0);
                }));
    }

    /** Each that is ticked is sent by itself, and nothing beside them, so that none is something else than not sent. */
    private static String together(List<String> codes) {
        return codes.stream().filter(code -> !code.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** A box that is not ticked is not sent. */
    private static String once(Asked fact, List<String> typed) {
        if (fact.kind() == Fact.Kind.ORGANISATIONS && !typed.isEmpty()) {
            return together(typed);
        }
        if (typed.size() > 1) {
            throw new Refused("it was sent more than once. Open the page again and answer it once");
        }
        if (typed.isEmpty() && fact.kind() != Fact.Kind.TICK) {
            throw new Refused("it was not sent. Open the page again");
        }
        return typed.isEmpty() ? "" : typed.get(0);
    }

    /** Whether it could be somebody's address. */
    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    private static String fit(Asked fact, String typed) {
        boolean lines = fact.kind() == Fact.Kind.LINES || fact.kind() == Fact.Kind.ORGANISATIONS;
        String text = PlainText.of(typed, lines);
        if (text.isEmpty()) {
            if (fact.required()) {
                throw new Refused("say what it is");
            }
            return "";
        }
        if (fact.kind() != Fact.Kind.DAY && text.length() > fact.longest()) {
            throw new Refused("write at most %,d characters".formatted(fact.longest()));
        }
        switch (fact.kind()) {
            case EMAIL -> {
                if (!EMAIL.matcher(text).matches()) {
                    throw new Refused("give an address such as ig@example.org");
                }
            }
            case DAY -> mustBeDay(text);
            case LINK -> mustBeLink(text);
            case SECTOR -> {
                if (Stream.of(Sector.values()).noneMatch(sector -> sector.name().equals(text))) {
                    throw new Refused(WORDS.text(
                            "one-of-these",
                            Map.of(
                                    "choices",
                                    Stream.of(Sector.values())
                                            .map(Sector::label)
                                            .collect(Collectors.joining(", ")))));
                }
            }
            case ORGANISATION, ORGANISATIONS ->
                Fact.Kind.codesIn(text)
                        .filter(code -> !OrganisationCode.isOne(code))
                        .findFirst()
                        .ifPresent(code -> {
                            throw new Refused(
                                    "give codes of the directory, such as manchester. “" + code + "” is none");
                        });
            default -> {}
        }
        if (fact == Fact.CODE && !OrganisationCode.isOne(text)) {
            throw new Refused("give 2 to 40 lower case letters and digits");
        }
        return text;
    }

    /** Pages lead there: only to other sites, and never over an open line. */
    private static void mustBeLink(String text) {
        try {
            URI link = new URI(text);
            if ("https".equals(link.getScheme()) && link.getHost() != null && link.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException notALink) {
            throw new Refused(WORDS.text("link"));
        }
        throw new Refused(WORDS.text("link"));
    }

    private static void mustBeDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(FIRST) && day.isBefore(LAST)) {
                return;
            }
        } catch (DateTimeParseException notADay) {
            throw new Refused("give the day, month and year");
        }
        throw new Refused("give a day of our time");
    }

    /** Null when nothing was given. */
    @Nullable String text(Asked fact) {
        String value = values.getOrDefault(fact, "");
        return value.isEmpty() ? null : value;
    }

    /** What cannot be missing. */
    String required(Asked fact) {
        return values.getOrDefault(fact, "");
    }

    @Nullable LocalDate day(Asked fact) {
        String value = text(fact);
        return value == null ? null : LocalDate.parse(value);
    }

    boolean ticked(Asked fact) {
        return Fact.Kind.TICKED.equals(text(fact));
    }

    Sector sector() {
        return Sector.valueOf(required(Fact.SECTOR));
    }

    List<OrganisationCode> organisations(Fact fact) {
        return Fact.Kind.codesIn(required(fact))
                .map(OrganisationCode::new)
                .distinct()
                .toList();
    }

    /** The one organisation that is named, or none. */
    Optional<OrganisationCode> organisation(Fact fact) {
        List<OrganisationCode> named = organisations(fact);
        if (named.size() > 1) {
            throw Refused.of(fact.key(), "name one organisation");
        }
        return named.stream().findFirst();
    }
}
