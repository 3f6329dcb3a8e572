package gm.sharing.workflow.partnersignoff;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.document.Chapter;
import gm.sharing.signoff.Comment;
import java.util.List;
import java.util.stream.Stream;

/** The sections of an agreement as choices of a form: what a comment can be about. */
final class SectionOptions {

    private SectionOptions() {}

    /** A choice as forms take it; people read what is kept. */
    record Option(String label, String value) {}

    /** The whole first, then the sections in the order of the document. A table counts as one. */
    static List<Option> of(AgreementContent content) {
        return Stream.concat(
                        Stream.of(Comment.WHOLE), content.chapters().stream().flatMap(SectionOptions::names))
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }

    private static Stream<String> names(Chapter chapter) {
        return chapter.tabular()
                ? Stream.of(chapter.title())
                : chapter.sections().stream()
                        .map(section ->
                                section.title().isEmpty() ? chapter.title() : chapter.title() + ": " + section.title());
    }
}
