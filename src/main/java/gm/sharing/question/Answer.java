package gm.sharing.question;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is read.
 *
 * @param subject whom it is about; null when that is the project
 * @param run the process in which it was given, where several of its kind may run; null for the project's own journey
 * @param value as {@link AnswerKind} says
 * @param chosen the labels of the options that were chosen, as they were then
 * @param table of rows and groups; null for everything else
 * @param who the id of the person who gave it
 * @param whoName their name, as it was then
 * @param whoRoles the roles that they held then
 */
public record Answer(
        Question question,
        @Nullable OrganisationCode subject,
        @Nullable String run,
        String value,
        List<String> chosen,
        @Nullable AnswerTable table,
        String who,
        String whoName,
        List<HeldRole> whoRoles,
        Instant at) {

    private static final String KEY = "answer";

    public Answer {
        chosen = List.copyOf(chosen);
        whoRoles = List.copyOf(whoRoles);
    }

    /** As people read it, without tables: paragraphs are separated by empty lines, lists are lines that begin with a dash. */
    public String words() {
        return blocks().stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    /** As documents show it. */
    public List<Block> blocks() {
        return switch (question.kind()) {
            case TEXT -> List.of(new Block.Prose(value));
            case NUMBER -> List.of(new Block.Prose(new BigDecimal(value).toPlainString()));
            case TRUTH -> List.of(new Block.Prose(value.equals("true") ? "Yes" : "No"));
            case DATE -> List.of(new Block.Prose(Dates.day(LocalDate.parse(value))));
            case CHOICE -> List.of(new Block.Prose(String.join("", chosen)));
            case CHOICES -> List.of(new Block.Prose(Wording.list(chosen)));
            case GROUP -> table == null ? List.of() : List.of(facts(table));
            case ROWS -> table == null ? List.of() : List.of(grid(table));
        };
    }

    private static Block facts(AnswerTable table) {
        List<String> row = table.rows().get(0);
        return new Block.Facts(IntStream.range(0, row.size())
                .filter(column -> !row.get(column).isEmpty())
                .mapToObj(column -> new Fact(table.key(column), table.columns().get(column), row.get(column)))
                .toList());
    }

    /** With numbers in front, because the first column of a table names its rows and two answers may be the same. */
    private Block grid(AnswerTable table) {
        List<String> columns = new ArrayList<>(List.of("No."));
        columns.addAll(table.columns());
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            List<String> numbered = new ArrayList<>(List.of(Integer.toString(rows.size() + 1)));
            numbered.addAll(row);
            rows.add(numbered);
        }
        return new Block.Grid(question.heading(), columns, rows);
    }

    /** As a named answer of a record, which goes by the item of the section. */
    Fact fact() {
        Section section = section();
        return new Fact(section.item().isEmpty() ? section.key() : section.item(), section.title(), words());
    }

    /** As a section of a document, which versions are compared by. */
    Section section() {
        String name = question.section();
        int slash = name.indexOf('/');
        return new Section(
                name.isEmpty() ? KEY : slash < 0 ? name : name.substring(0, slash),
                name.isEmpty() ? question.form() + "/" + question.key() : slash < 0 ? "" : name.substring(slash + 1),
                question.heading(),
                blocks(),
                Section.EVERYBODY);
    }
}
