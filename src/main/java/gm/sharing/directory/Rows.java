package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.organisation.Assurance;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.Particulars;
import gm.sharing.organisation.Processor;
import gm.sharing.organisation.Signatory;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an organisation says of itself row by row: each row has a page, and a key within the organisation. */
enum Rows {
    /** A row for each scheme of the table, by its code. */
    ASSURANCES(
            "assurances",
            null,
            null,
            RowFact.RESULT,
            RowFact.EDITION,
            RowFact.REACHED_ON,
            RowFact.VALID_UNTIL,
            RowFact.EVIDENCE,
            RowFact.NOT_APPLICABLE),
    /** By number. */
    SIGNATORIES(
            "signatories",
            "add-signatories",
            "about-signatories",
            RowFact.SIGNATORY,
            RowFact.POST,
            RowFact.SIGNS,
            RowFact.SIGNS_UNTIL),
    /** By number. */
    PROCESSORS(
            "processors",
            "add-processors",
            "about-processors",
            RowFact.PROCESSOR,
            RowFact.PURPOSE,
            RowFact.PLACE,
            RowFact.CONTRACT_END);

    /** The key of a row that is not there yet. */
    static final String NEW = "new";

    /** Of one kind, in one organisation. */
    private static final int MOST = 200;

    private static final Words WORDS = Words.in("directory/rows");
    private static final Words TITLES = Words.in("directory/parts");

    private final String key;
    private final @Nullable String add;
    private final @Nullable String about;
    // Never changed after it is made.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<PlainFact> facts;

    Rows(String key, @Nullable String add, @Nullable String about, PlainFact... facts) {
        this.key = key;
        this.add = add;
        this.about = about;
        this.facts = List.of(facts);
    }

    /** @throws IllegalArgumentException when there is no such kind of rows */
    static Rows of(String key) {
        return Stream.of(values())
                .filter(rows -> rows.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no rows " + key));
    }

    String key() {
        return key;
    }

    String title() {
        return TITLES.text(key);
    }

    /** The words that lead to the page of one more; null where every row is there already. */
    @Nullable String add() {
        return add == null ? null : WORDS.text(add);
    }

    /** What to know before one says a row; null where the row itself says it. */
    @Nullable String about() {
        return about == null ? null : WORDS.text(about);
    }

    List<PlainFact> facts() {
        return facts;
    }

    boolean numbered() {
        return add != null;
    }

    /** The keys of what is there, in order. */
    List<String> keys(Organisation organisation) {
        Particulars said = organisation.particulars();
        return switch (this) {
            case ASSURANCES -> said.assurances().keySet().stream().sorted().toList();
            case SIGNATORIES ->
                said.signatories().keySet().stream().map(String::valueOf).toList();
            case PROCESSORS ->
                said.processors().keySet().stream().map(String::valueOf).toList();
        };
    }

    /** As it is typed; what is not said is left out. */
    Map<PlainFact, String> row(Organisation organisation, String row) {
        Map<PlainFact, String> values = new LinkedHashMap<>();
        Particulars said = organisation.particulars();
        switch (this) {
            case ASSURANCES -> {
                Assurance assurance = said.assurances().get(row);
                if (assurance != null) {
                    put(values, RowFact.RESULT, assurance.result());
                    put(values, RowFact.EDITION, assurance.edition());
                    put(values, RowFact.REACHED_ON, assurance.reachedOn());
                    put(values, RowFact.VALID_UNTIL, assurance.validUntil());
                    put(values, RowFact.EVIDENCE, assurance.evidence());
                    put(values, RowFact.NOT_APPLICABLE, assurance.notApplicable());
                }
            }
            case SIGNATORIES -> {
                Signatory signatory = said.signatories().get(number(row));
                if (signatory != null) {
                    put(values, RowFact.SIGNATORY, signatory.name());
                    put(values, RowFact.POST, signatory.post());
                    put(values, RowFact.SIGNS, signatory.signs());
                    put(values, RowFact.SIGNS_UNTIL, signatory.until());
                }
            }
            case PROCESSORS -> {
                Processor processor = said.processors().get(number(row));
                if (processor != null) {
                    put(values, RowFact.PROCESSOR, processor.name());
                    put(values, RowFact.PURPOSE, processor.purpose());
                    put(values, RowFact.PLACE, processor.place());
                    put(values, RowFact.CONTRACT_END, processor.contractEnd());
                }
            }
        }
        return values;
    }

    private static void put(Map<PlainFact, String> values, PlainFact fact, @Nullable Object value) {
        if (value != null) {
            values.put(fact, value.toString());
        }
    }

    /** The key of a row to be: its own for a scheme, the next number for what is numbered. */
    String keyToBe(Organisation organisation, String row) {
        if (!row.equals(NEW)) {
            return row;
        }
        SortedMap<Integer, ?> there = this == SIGNATORIES
                ? organisation.particulars().signatories()
                : organisation.particulars().processors();
        if (there.size() >= MOST) {
            throw new Refused(WORDS.text("too-many", Map.of("most", MOST)));
        }
        return String.valueOf(there.isEmpty() ? 1 : there.lastKey() + 1);
    }

    void put(Organisation organisation, String row, Given given) {
        Particulars said = organisation.particulars();
        switch (this) {
            case ASSURANCES -> said.assure(row, assurance(given));
            case SIGNATORIES ->
                said.sign(
                        number(row),
                        new Signatory(
                                given.required(RowFact.SIGNATORY),
                                given.text(RowFact.POST),
                                given.required(RowFact.SIGNS),
                                given.day(RowFact.SIGNS_UNTIL)));
            case PROCESSORS ->
                said.process(
                        number(row),
                        new Processor(
                                given.required(RowFact.PROCESSOR),
                                given.required(RowFact.PURPOSE),
                                given.text(RowFact.PLACE),
                                given.day(RowFact.CONTRACT_END)));
        }
    }

    static Assurance assurance(Given given) {
        LocalDate reached = given.day(RowFact.REACHED_ON);
        return new Assurance(
                given.text(RowFact.RESULT),
                given.text(RowFact.EDITION),
                reached,
                given.day(RowFact.VALID_UNTIL),
                given.text(RowFact.EVIDENCE),
                given.text(RowFact.NOT_APPLICABLE));
    }

    void remove(Organisation organisation, String row) {
        Particulars said = organisation.particulars();
        switch (this) {
            case ASSURANCES -> said.assure(row, null);
            case SIGNATORIES -> said.sign(number(row), null);
            case PROCESSORS -> said.process(number(row), null);
        }
    }

    /** No row has the number 0. */
    private static int number(String row) {
        return row.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(row) : 0;
    }
}
