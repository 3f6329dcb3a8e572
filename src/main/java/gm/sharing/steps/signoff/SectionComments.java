package gm.sharing.steps.signoff;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.agreement.CommentSubject;
import gm.sharing.signoff.Comment;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.Statement;
import gm.sharing.workflow.form.Markdown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what partners say about an agreement under the sections that it is about. */
@Component
public class SectionComments {

    private final SignOffTexts texts;

    SectionComments(SignOffTexts texts) {
        this.texts = texts;
    }

    /**
     * The comments of all steps in Markdown, sections in the order of the document; empty when nobody commented.
     *
     * @param content of the version that they are about
     */
    public String of(Collection<SignOff> signOffs, AgreementContent content) {
        Map<String, String> names = CommentSubject.names(CommentSubject.of(content));
        Map<String, List<String>> bySection = new LinkedHashMap<>();
        names.values().forEach(name -> bySection.put(name, new ArrayList<>()));
        for (SignOff signOff : signOffs) {
            signOff.said().all().forEach(said -> said.comments().forEach(comment -> bySection
                    .computeIfAbsent(
                            names.getOrDefault(comment.section(), comment.section()), unknown -> new ArrayList<>())
                    .add(comment(signOff, said, comment))));
        }
        return bySection.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(section ->
                        "#### " + Markdown.plain(section.getKey()) + "\n\n" + String.join("\n\n", section.getValue()))
                .collect(Collectors.joining("\n\n"));
    }

    private String comment(SignOff signOff, Statement said, Comment comment) {
        return "%s, %s:\n\n%s"
                .formatted(texts.name(signOff.partner()), texts.speaker(said), Markdown.quoted(comment.text()));
    }
}
