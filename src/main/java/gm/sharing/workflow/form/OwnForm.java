package gm.sharing.workflow.form;

import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A form of a process owner's own: its answers are kept as it asks them, and the record says who gave them.
 *
 * @param title what the form is called
 */
record OwnForm(String form, String title, AuditTrail trail) implements FormHandler<KeptAsAsked> {

    private static final Words WORDS = Words.in("question/own-processes");

    private static final String ANSWERED = "question.answered";

    /** Any: it needs no more than a project. */
    @Override
    public Set<String> processes() {
        return Set.of();
    }

    @Override
    public Class<KeptAsAsked> answers() {
        return KeptAsAsked.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> accept(KeptAsAsked answers, FormTask task, Person by) {
        String what = WORDS.text("answered", Map.of("person", by.name(), "form", title));
        Optional<OrganisationCode> partner = task.aboutPartner();
        partner.ifPresentOrElse(
                subject -> trail.record(task.reference().value(), by.id(), ANSWERED, what, subject),
                () -> trail.record(task.reference().value(), by.id(), ANSWERED, what));
        return Map.of();
    }
}
