package gm.sharing.steps.signoff;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.agreement.CommentSubject;
import gm.sharing.workflow.form.Option;
import java.util.List;

/** The sections of an agreement as choices of a form: what a comment can be about. */
final class SectionOptions {

    private SectionOptions() {}

    static List<Option> of(AgreementContent content) {
        return CommentSubject.of(content).stream()
                .map(subject -> new Option(subject.heading(), subject.key()))
                .toList();
    }
}
