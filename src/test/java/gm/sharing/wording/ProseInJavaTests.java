package gm.sharing.wording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import gm.sharing.wording.JavaTexts.Reader;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many characters of prose stand in Java, by who reads them. What people read is wording and belongs into files; what a
 * rule refuses stands beside the rule. A limit holds the figure of today, and is lowered when the figure falls.
 */
class ProseInJavaTests {

    private static final Map<Reader, Integer> LIMITS = new EnumMap<>(Map.of(
            Reader.REFUSED, 20_000,
            Reader.PEOPLE, 2_100,
            Reader.OWNERS, 36_000,
            Reader.OPERATORS, 17_500));

    @Test
    void littleProseStandsInJava() {
        Map<String, Map<Reader, Integer>> rooms = new TreeMap<>(JavaTexts.ALL.stream()
                .filter(text -> text.isProse() && LIMITS.containsKey(text.reader()))
                .collect(groupingBy(JavaTexts::room, groupingBy(JavaTexts::reader, summingInt(text -> text.text()
                        .length())))));
        Map<Reader, Integer> all = new EnumMap<>(Reader.class);
        rooms.values()
                .forEach(room -> room.forEach((reader, characters) -> all.merge(reader, characters, Integer::sum)));

        System.out.printf("Characters of prose in Java%n%-28s %s%n", "", LIMITS.keySet());
        rooms.forEach((room, figures) -> System.out.printf("%-28s %s%n", room, figures));
        System.out.printf("%-28s %s%n", "all", all);

        assertThat(all).allSatisfy((reader, characters) -> assertThat(characters)
                .as("Characters for " + reader)
                .isLessThan(LIMITS.getOrDefault(reader, 0)));
    }

    @Test
    void countsByWhoReadsIt() {
        Map<String, Reader> known = new TreeMap<>();
        JavaTexts.ALL.forEach(text -> known.put(text.file() + ": " + text.text(), text.reader()));

        assertThat(known)
                .contains(
                        entry(
                                "project/FlowRules.java: say why a copy is needed when the information could be read where it is"
                                        + " held.",
                                Reader.REFUSED),
                        entry("workflow/gate/form/FormExpressions.java: nothing is worked out in ", Reader.OWNERS),
                        entry("workflow/fault/TasksForNobody.java: The task waits for ", Reader.OPERATORS),
                        entry(
                                "workflow/model/ShippedContents.java: select digest from shipped_content",
                                Reader.PROGRAM),
                        entry("document/Wording.java:  and ", Reader.PEOPLE));
    }
}
