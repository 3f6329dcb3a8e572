package gm.sharing.organisation;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.code.Codes;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schemes that show how information security is assured, and their results: tables of codes that a process owner keeps. */
public record AssuranceSchemes(Codes codes) {

    public static final String SCHEMES = "assurance-schemes";
    public static final String RESULTS = "assurance-results";

    /** Column of a scheme: what the page says of its dates and evidence. */
    public static final String HINT = "hint";

    /** Column of a scheme: whether it is a form of the toolkit that some sectors have to submit. */
    public static final String TOOLKIT = "toolkit";

    /** Column of a result: the code of its scheme. */
    public static final String SCHEME = "scheme";

    /** Column of a result: what stands beside an organisation's name; empty for what counts for nothing yet. */
    public static final String WORDS = "words";

    /** Column of a result: whether it counts until a last day. */
    public static final String ENDS = "ends";

    /** Column of a result: whether it shows that security is not assured, whatever its last day. */
    public static final String NOT_ASSURED = "notAssured";

    private static final Words TEXTS = Words.in("organisation/assurance");

    public List<Code> schemes() {
        return codes.table(SCHEMES).rows();
    }

    /** The results that a scheme knows. */
    public List<Code> results(String scheme) {
        return codes.table(RESULTS).rows().stream()
                .filter(result -> result.text(SCHEME).equals(scheme))
                .toList();
    }

    /** What people read for the code of a result. */
    public String result(String code) {
        return codes.table(RESULTS).label(code);
    }

    /** The codes of the results that show that security is not assured. */
    public Set<String> notAssured() {
        return codes.table(RESULTS).rows().stream()
                .filter(result -> result.is(NOT_ASSURED))
                .map(Code::code)
                .collect(Collectors.toSet());
    }

    /**
     * Whether a scheme knows such a result.
     *
     * @throws Refused when it does not, or when the last day is missing on which the result counts
     */
    public void mustFit(String scheme, Assurance assurance) {
        if (assurance.result() == null) {
            return;
        }
        Code result = results(scheme).stream()
                .filter(known -> known.code().equals(assurance.result()))
                .findFirst()
                .orElseThrow(() -> Refused.of("result", TEXTS.text("choose")));
        if (result.is(ENDS) && assurance.validUntil() == null) {
            throw Refused.of("valid-until", TEXTS.text("last-day"));
        }
    }

    /** The schemes by which security is assured, as people see them beside a name; what expired says so. */
    public String inWords(Organisation organisation, LocalDate on) {
        Map<String, Assurance> said = organisation.particulars().assurances();
        CodeTable schemes = codes.table(SCHEMES);
        List<String> words = new ArrayList<>();
        if (organisation.sector().submitsToolkit()
                && schemes.rows().stream().noneMatch(scheme -> scheme.is(TOOLKIT) && said.containsKey(scheme.code()))) {
            words.add(TEXTS.text("toolkit-not-given"));
        }
        Set<String> inOrder =
                new LinkedHashSet<>(schemes.rows().stream().map(Code::code).toList());
        said.keySet().stream().sorted().forEach(inOrder::add);
        inOrder.stream()
                .map(said::get)
                .filter(Objects::nonNull)
                .map(assurance -> inWords(assurance, on))
                .filter(text -> !text.isEmpty())
                .forEach(words::add);
        if (!words.isEmpty()) {
            return String.join("; ", words);
        }
        return TEXTS.text(
                said.values().stream().anyMatch(assurance -> assurance.notApplicable() != null)
                        ? "not-applicable"
                        : "none-given");
    }

    private String inWords(Assurance assurance, LocalDate on) {
        @Nullable String result = assurance.result();
        if (result == null) {
            return "";
        }
        String words =
                codes.table(RESULTS).find(result).map(row -> row.text(WORDS)).orElse(result);
        if (words.isEmpty()) {
            return "";
        }
        if (assurance.edition() != null) {
            words = TEXTS.text("of-edition", Map.of("result", words, "edition", assurance.edition()));
        }
        return assurance.isExpired(on)
                ? TEXTS.text(
                        "expired",
                        Map.of("result", words, "day", Dates.day(Objects.requireNonNull(assurance.validUntil()))))
                : words;
    }
}
