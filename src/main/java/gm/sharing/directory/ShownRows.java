package gm.sharing.directory;

import gm.sharing.code.Code;
import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of an organisation as its pages show them. */
@Component
@Transactional(readOnly = true)
class ShownRows {

    private static final Words WORDS = Words.in("directory/rows");

    /** By which a row tells of the day after which it counts no more. */
    private static final Set<PlainFact> LAST_DAYS =
            Set.of(RowFact.VALID_UNTIL, RowFact.SIGNS_UNTIL, RowFact.CONTRACT_END);

    private final Directory directory;
    private final CodesInForce codes;
    private final Clock clock;

    ShownRows(Directory directory, CodesInForce codes, Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.clock = clock;
    }

    /** What a page asks of a row, with what is known; empty when there can be no such row. */
    Optional<Typed> toChange(OrganisationCode code, Rows rows, String row) {
        Organisation organisation = directory.get(code);
        AssuranceSchemes schemes = new AssuranceSchemes(codes.now());
        if (!keys(rows, organisation, schemes).contains(row) && !(rows.numbered() && row.equals(Rows.NEW))) {
            return Optional.empty();
        }
        Map<PlainFact, String> known = rows.row(organisation, row);
        String name = RowWords.name(rows, row, known, schemes);
        return Optional.of(new Typed(
                organisation.name(),
                name.isEmpty() ? String.valueOf(rows.add()) : name,
                hint(rows, row, schemes),
                known.entrySet().stream()
                        .collect(Collectors.toMap(value -> value.getKey().key(), Map.Entry::getValue)),
                schemes.results(row).stream()
                        .map(result -> new Field.Option(result.code(), result.label()))
                        .toList(),
                organisation.version()));
    }

    private static @Nullable String hint(Rows rows, String row, AssuranceSchemes schemes) {
        return rows == Rows.ASSURANCES
                ? schemes.codes()
                        .table(AssuranceSchemes.SCHEMES)
                        .find(row)
                        .map(scheme -> scheme.text(AssuranceSchemes.HINT))
                        .orElse(null)
                : rows.about();
    }

    /** Every scheme of the table, and what was said of one that is in it no more. */
    private static Set<String> keys(Rows rows, Organisation organisation, AssuranceSchemes schemes) {
        Set<String> keys = new LinkedHashSet<>();
        if (rows == Rows.ASSURANCES) {
            schemes.schemes().stream().map(Code::code).forEach(keys::add);
        }
        keys.addAll(rows.keys(organisation));
        return keys;
    }

    /** All kinds of rows, each with what is said. */
    List<Listed> of(Organisation organisation, AssuranceSchemes schemes) {
        return Stream.of(Rows.values())
                .map(rows -> new Listed(
                        rows.key(),
                        rows.title(),
                        rows.add(),
                        keys(rows, organisation, schemes).stream()
                                .map(row -> line(rows, row, rows.row(organisation, row), schemes))
                                .toList()))
                .toList();
    }

    private Line line(Rows rows, String key, Map<PlainFact, String> row, AssuranceSchemes schemes) {
        List<String> words = new ArrayList<>();
        row.forEach((fact, value) -> {
            String shown = RowWords.of(fact, value, schemes);
            if (LAST_DAYS.contains(fact)) {
                words.add(WORDS.text(isOver(value) ? "ended" : "ends", Map.of("day", shown)));
            } else if (RowFact.REACHED_ON.equals(fact)) {
                words.add(WORDS.text("reached", Map.of("day", shown)));
            } else if (RowFact.NOT_APPLICABLE.equals(fact)) {
                words.add(WORDS.text("not-applicable", Map.of("why", shown)));
            } else if (!RowFact.EVIDENCE.equals(fact)
                    && !RowFact.SIGNATORY.equals(fact)
                    && !RowFact.PROCESSOR.equals(fact)) {
                words.add(shown);
            }
        });
        return new Line(
                key,
                RowWords.name(rows, key, row, schemes),
                words.isEmpty() ? WORDS.text("not-given") : String.join("\n", words),
                row.get(RowFact.EVIDENCE),
                row.entrySet().stream()
                        .anyMatch(value -> LAST_DAYS.contains(value.getKey()) && isOver(value.getValue())));
    }

    private boolean isOver(String lastDay) {
        return LocalDate.parse(lastDay).isBefore(LocalDate.now(clock));
    }

    /**
     * What a page asks of a row.
     *
     * @param hint what to know before; null for nothing
     * @param values by key; empty for a row that is not there yet
     * @param options the results of an assurance scheme
     */
    record Typed(
            String organisation,
            String heading,
            @Nullable String hint,
            Map<String, String> values,
            List<Field.Option> options,
            long version) {}

    /**
     * One kind of rows.
     *
     * @param add the words of the link that adds one; null where every row is there already
     */
    record Listed(String key, String title, @Nullable String add, List<Line> lines) {}

    /**
     * A row.
     *
     * @param evidence where it can be looked up; null for nowhere
     * @param over whether it counts no more
     */
    record Line(String key, String name, String words, @Nullable String evidence, boolean over) {}
}
