package gm.sharing.workflow.page;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a form as a page shows it. */
sealed interface Part {

    /** The id of its element. */
    String id();

    /** Whether it is not to be seen now; it is on the page, so that it can appear when an answer changes. */
    boolean hidden();

    /** Whether somebody who sees it can answer something. */
    default boolean asks() {
        return false;
    }

    /** The id of the first field that somebody who sees it can fill in; null when there is none. */
    default @Nullable String firstField() {
        return asks() ? id() : null;
    }

    /** Of these parts, from top to bottom. */
    static @Nullable String firstField(List<Part> parts) {
        return parts.stream()
                .map(Part::firstField)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** As it stands under a heading, which it does not repeat. */
    default Part under(String heading) {
        return this;
    }

    /** What it is, by which the page chooses how to show it. */
    String kind();

    /** Something to read, as HTML that was made from Markdown. */
    record Reading(String id, boolean hidden, String html) implements Part {
        @Override
        public String kind() {
            return "reading";
        }
    }

    /** A line between parts. */
    record Line(String id, boolean hidden) implements Part {
        @Override
        public String kind() {
            return "line";
        }
    }

    /**
     * Facts in rows and columns.
     *
     * @param atOnce how many rows are seen at once
     */
    record Facts(String id, boolean hidden, String label, List<String> columns, List<List<String>> rows, int atOnce)
            implements Part {
        @Override
        public String kind() {
            return "facts";
        }

        /** Whether the columns are more than fit beside each other in a form. */
        public boolean wide() {
            return columns.size() > 4;
        }

        /** Whether one moves through them. */
        public boolean many() {
            return rows.size() > atOnce;
        }
    }

    /** Parts that belong together. */
    record Group(String id, boolean hidden, String label, List<Part> parts) implements Part {
        @Override
        public String kind() {
            return "group";
        }

        @Override
        public boolean asks() {
            return !hidden && parts.stream().anyMatch(Part::asks);
        }

        @Override
        public @Nullable String firstField() {
            return hidden ? null : Part.firstField(parts);
        }

        @Override
        public Part under(String heading) {
            return label.equals(heading)
                    ? new Group(
                            id,
                            hidden,
                            "",
                            parts.stream().map(part -> part.under(heading)).toList())
                    : this;
        }
    }

    /**
     * A list of which people may add and remove rows.
     *
     * @param fixed whether they may not
     */
    record Rows(
            String id,
            boolean hidden,
            String name,
            String label,
            String hint,
            boolean fixed,
            List<Row> rows,
            @Nullable String error)
            implements Part {
        @Override
        public String kind() {
            return "rows";
        }

        /** Of the first row, or the button that adds one. */
        @Override
        public @Nullable String firstField() {
            String first = hidden
                    ? null
                    : Part.firstField(
                            rows.stream().flatMap(row -> row.parts().stream()).toList());
            return first == null && !hidden && !fixed && rows.isEmpty() && error == null ? id : first;
        }

        @Override
        public boolean asks() {
            return !hidden;
        }
    }

    /**
     * One of the rows of a list.
     *
     * @param number from 1
     * @param said what was answered first in it, to tell it from others; empty when nothing was
     */
    record Row(String id, int place, int number, String name, String said, List<Part> parts) {}

    /**
     * A question.
     *
     * @param type as the form has it: textfield, textarea, number, checkbox, datetime, radio, select, checklist, taglist
     * @param explained whether the handbook says more of it than stands here
     * @param most how many characters may be typed; 0 for any number
     * @param value as it was typed
     */
    record Question(
            String id,
            boolean hidden,
            String name,
            String type,
            String label,
            String hint,
            boolean optional,
            boolean readOnly,
            boolean explained,
            int most,
            String before,
            String after,
            String value,
            TypedDate date,
            List<Choice> choices,
            @Nullable String error)
            implements Part {

        private static final Pattern ROW = Pattern.compile("\\.\\d+(?=\\.)");

        @Override
        public String kind() {
            return "question";
        }

        @Override
        public boolean asks() {
            return !hidden && !readOnly;
        }

        /** Whether nobody can send the form without it. A box may be left empty. */
        boolean mustBeAnswered() {
            return asks() && !optional && !type.equals("checkbox");
        }

        /** The elements that describe it, for those who do not see how they stand together. */
        public @Nullable String describedBy() {
            String ids = (hint.isEmpty() ? "" : id + "-hint ") + (error == null ? "" : id + "-error");
            return ids.isEmpty() ? null : ids.strip();
        }

        /** Where the handbook shows it, once for all rows. */
        public String anchor() {
            return "question-" + ROW.matcher(name).replaceAll("").replace('.', '-');
        }

        /** Whether the choices are so many that one searches in them. */
        public boolean many() {
            return choices.size() > 12;
        }

        /** What was chosen or typed, in words. */
        public List<String> said() {
            if (!choices.isEmpty()) {
                return choices.stream()
                        .filter(Choice::chosen)
                        .map(Choice::label)
                        .toList();
            }
            return switch (type) {
                case "datetime" -> List.of(date.words());
                case "checkbox" -> List.of(FormWords.text(value.equals("true") ? "yes" : "no"));
                default -> List.of(value);
            };
        }
    }

    /** What can be chosen. */
    record Choice(String id, String value, String label, boolean chosen) {}
}
