package gm.sharing.steps.signoff;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.document.PlacedChapter;
import gm.sharing.signoff.Comment;
import gm.sharing.workflow.form.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sections of an agreement as choices of a form: what a comment can be about. */
final class SectionOptions {

    private SectionOptions() {}

    /** The whole first, then the sections in the order of the document. A table counts as one. */
    static List<Option> of(AgreementContent content) {
        Map<String, Option> options = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(new Option(Comment.WHOLE, Comment.WHOLE)),
                        content.numbered().stream().flatMap(SectionOptions::options))
                .forEach(option -> options.putIfAbsent(option.value(), option));
        return List.copyOf(options.values());
    }

    private static Stream<Option> options(PlacedChapter placed) {
        String chapter = placed.chapter().title();
        if (placed.chapter().tabular()) {
            return Stream.of(new Option(placed.heading(), chapter));
        }
        return placed.sections().stream()
                .map(section -> section.headed()
                        ? new Option(
                                section.heading(),
                                chapter + ": " + section.section().title())
                        : new Option(placed.heading(), chapter));
    }
}
