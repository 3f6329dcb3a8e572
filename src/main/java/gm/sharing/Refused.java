package gm.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for breaks a rule. The message names the rule in that person's words and is shown to them as it
 * is, so it holds no personal data and no technical terms. A rule about a field names it by its key: how people know the
 * field is written in the form or on the page, and put before the rule by whoever shows it.
 */
public class Refused extends RuntimeException {

    private final transient List<Complaint> complaints;

    /** Refuses for what is about no field. */
    public Refused(String message) {
        super(message);
        this.complaints = List.of();
    }

    /** Refuses for all that is wrong at once. */
    public Refused(List<Complaint> complaints) {
        super(complaints.stream().map(Complaint::sentence).collect(Collectors.joining(" ")));
        this.complaints = List.copyOf(complaints);
    }

    /**
     * Refuses for all that is wrong at once, in the words of whoever asked.
     *
     * @param message each rule behind the label of its field
     */
    public Refused(String message, List<Complaint> complaints) {
        super(message);
        this.complaints = List.copyOf(complaints);
    }

    /**
     * Refuses an answer.
     *
     * @param field the key of its field
     * @param rule as of {@link Complaint}
     */
    public static Refused of(String field, String rule) {
        return new Refused(List.of(Complaint.of(field, rule)));
    }

    /** The field that the first rule is about; empty when it is about none. */
    public Optional<String> field() {
        return complaints.stream().findFirst().map(Complaint::field);
    }

    /** Each rule that is broken; empty when it is about no field. */
    public List<Complaint> complaints() {
        return complaints;
    }

    /**
     * The message with each field as people know it.
     *
     * @param label of the field at a path, such as "Risks, row 2, Number"; null for one that it does not know
     */
    public String message(Function<List<Object>, @Nullable String> label) {
        return complaints.isEmpty()
                ? String.valueOf(getMessage())
                : complaints.stream()
                        .map(complaint -> complaint.sentence(label.apply(complaint.path())))
                        .collect(Collectors.joining(" "));
    }

    /**
     * One rule that an answer breaks.
     *
     * @param path to the field: keys, and behind the key of a list the row's number from 0
     * @param rule in the words that follow the field's label, such as "give a day after today"; may be several sentences
     */
    public record Complaint(List<Object> path, String rule) {

        public Complaint {
            path = List.copyOf(path);
        }

        public static Complaint of(String field, String rule) {
            return new Complaint(List.of(field), rule);
        }

        /** About a field in a row, which is counted from 0. */
        public static Complaint inRow(String list, int row, String field, String rule) {
            return new Complaint(List.of(list, row, field), rule);
        }

        /** About a row as a whole, which is counted from 0. */
        public static Complaint ofRow(String list, int row, String rule) {
            return new Complaint(List.of(list, row), rule);
        }

        /** The key of the field, or of the list that it stands in. */
        public String field() {
            return path.get(0).toString();
        }

        /** The rule by itself. */
        public String sentence() {
            return sentence(null);
        }

        /** The rule behind the label of its field; one that asks is not followed by a colon. */
        public String sentence(@Nullable String label) {
            String rest = rule.endsWith(".") ? rule : rule + ".";
            if (label == null || label.endsWith("?")) {
                String begun = rest.substring(0, 1).toUpperCase(Locale.UK) + rest.substring(1);
                return label == null ? begun : label + " " + begun;
            }
            return label + ": " + rest;
        }

        /** The refusal for this alone. */
        public Refused refusal() {
            return new Refused(List.of(this));
        }
    }
}
