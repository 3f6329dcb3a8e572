package gm.sharing.steps.signoff;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.document.Block;
import gm.sharing.document.Fact;
import gm.sharing.document.PlacedChapter;
import gm.sharing.document.Section;
import gm.sharing.handbook.Glossary;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an agreement for the text components of forms, so that it can be decided without asking around. */
final class AgreementText {

    private static final String DPIA = "dpia";

    private static final Words WORDS = Words.in("sign-off/review");

    /** Beside the column of names. */
    private static final int FITTING_COLUMNS = 3;

    private static final Pattern LIST_ITEM = Pattern.compile("\\s*[-•–*]\\s+");
    private static final Pattern START_OF_MARKUP = Pattern.compile("^(\\d*)([-+=.)])");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private AgreementText() {}

    /** What decision-makers need first. The name of what the handbook explains leads there. */
    static String summary(AgreementContent content) {
        Glossary glossary = Glossary.now();
        return content.summary().stream()
                .map(fact -> fact(fact, explained(fact.name(), glossary)))
                .collect(Collectors.joining("\n\n"));
    }

    private static String explained(String name, Glossary glossary) {
        String plain = Markdown.plain(name);
        return glossary.addressOf(name)
                .map(address -> "[%s](%s)".formatted(plain, address))
                .orElse(plain);
    }

    /** The whole agreement under the numbers of the document; of the outcome of the DPIA only where it stands. */
    static String substance(AgreementContent content) {
        return content.numbered().stream()
                .map(placed -> isDpia(placed)
                        ? heading(placed) + WORDS.text("outcome-above", Map.of("section", outcome(placed)))
                        : chapter(placed, content.headings().organisation()))
                .collect(Collectors.joining("\n\n"));
    }

    private static boolean isDpia(PlacedChapter placed) {
        return placed.chapter().sections().stream()
                .allMatch(section -> section.key().equals(DPIA));
    }

    private static String outcome(PlacedChapter placed) {
        return placed.sections().stream()
                .filter(PlacedChapter.PlacedSection::headed)
                .map(section -> Markdown.plain(section.heading()))
                .collect(Collectors.joining(", "));
    }

    /** The outcome of the data protection impact assessment. */
    static String dpia(AgreementContent content) {
        return content.numbered().stream()
                .flatMap(placed -> placed.sections().stream())
                .filter(placed -> placed.section().key().equals(DPIA))
                .map(placed -> section(placed, false))
                .collect(Collectors.joining("\n\n"));
    }

    private static String chapter(PlacedChapter placed, String organisation) {
        var chapter = placed.chapter();
        return heading(placed)
                + (chapter.tabular() && placed.columns().size() <= FITTING_COLUMNS
                        ? table(organisation, chapter.sections())
                        : placed.sections().stream()
                                .map(section -> section(section, chapter.tabular()))
                                .collect(Collectors.joining("\n\n")));
    }

    private static String heading(PlacedChapter placed) {
        return "### " + Markdown.plain(placed.heading()) + "\n\n";
    }

    /** What would be the row of a table is a list, because a form is too narrow for many columns. */
    private static String section(PlacedChapter.PlacedSection placed, boolean row) {
        if (row) {
            return "**" + Markdown.plain(placed.section().title()) + "**\n\n"
                    + placed.section().facts().stream()
                            .map(fact -> "- %s: %s".formatted(Markdown.plain(fact.name()), inOneLine(fact.answer())))
                            .collect(Collectors.joining("\n"));
        }
        return "#### " + Markdown.plain(placed.heading()) + "\n\n"
                + placed.section().content().stream().map(AgreementText::block).collect(Collectors.joining("\n\n"));
    }

    private static String table(String organisation, List<Section> sections) {
        Map<String, String> columns = new LinkedHashMap<>();
        sections.stream()
                .flatMap(section -> section.facts().stream())
                .forEach(fact -> columns.putIfAbsent(fact.id(), fact.name()));
        return row(List.of(organisation), List.copyOf(columns.values()))
                + rule(columns.size() + 1)
                + sections.stream()
                        .map(section -> row(
                                List.of(section.title()),
                                columns.keySet().stream()
                                        .map(column -> section.answer(column).orElse(""))
                                        .toList()))
                        .collect(Collectors.joining());
    }

    private static String block(Block block) {
        if (block instanceof Block.Prose prose) {
            return prose(prose.words());
        }
        if (block instanceof Block.Facts facts) {
            return facts(facts.facts());
        }
        return grid((Block.Grid) block);
    }

    private static String facts(List<Fact> facts) {
        return facts.stream().map(AgreementText::fact).collect(Collectors.joining("\n\n"));
    }

    private static String fact(Fact fact) {
        return fact(fact, Markdown.plain(fact.name()));
    }

    /** @param name as Markdown */
    private static String fact(Fact fact, String name) {
        var answer = fact.answer();
        return LINE_BREAK.matcher(answer).find() || LIST_ITEM.matcher(answer).lookingAt()
                ? "**" + name + "**\n\n" + prose(answer)
                : "**" + name + ":** " + prose(answer);
    }

    private static String grid(Block.Grid grid) {
        return row(List.of(), grid.columns())
                + rule(grid.columns().size())
                + grid.rows().stream().map(cells -> row(List.of(), cells)).collect(Collectors.joining());
    }

    private static String row(List<String> head, List<String> cells) {
        return Stream.concat(head.stream(), cells.stream())
                .map(AgreementText::inOneLine)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String inOneLine(String words) {
        return LINE_BREAK.matcher(Markdown.plain(words)).replaceAll(" ");
    }

    private static String rule(int columns) {
        return "|" + " --- |".repeat(columns) + "\n";
    }

    /** Keeps paragraphs, lines and lists, and nothing else that Markdown would make of the words. */
    private static String prose(String words) {
        return words.strip().lines().map(AgreementText::line).collect(Collectors.joining("  \n"));
    }

    private static String line(String words) {
        var item = LIST_ITEM.matcher(words);
        if (item.lookingAt()) {
            return "- " + Markdown.plain(words.substring(item.end()));
        }
        var plain = Markdown.plain(words.strip());
        return START_OF_MARKUP.matcher(plain).replaceFirst("$1\\\\$2");
    }
}
