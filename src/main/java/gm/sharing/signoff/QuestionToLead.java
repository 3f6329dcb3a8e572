package gm.sharing.signoff;

import gm.sharing.organisation.By;
import gm.sharing.organisation.Role;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a partner asked the lead before deciding, and what the lead said.
 *
 * @param step at which it was asked
 * @param office in which it was asked; null for questions of a time when the step said it
 * @param answer null while it waits for one
 */
@Embeddable
public record QuestionToLead(
        @Enumerated(EnumType.STRING) Step step,
        @Enumerated(EnumType.STRING) @Nullable Role office,
        @Column(name = "question", columnDefinition = "text") String text,
        @AttributeOverride(name = "name", column = @Column(name = "person_name"))
                @AttributeOverride(name = "at", column = @Column(name = "asked_at"))
                By by,
        @Embedded @Nullable Answer answer) {

    /** What the lead said to it. */
    @Embeddable
    public record Answer(
            @Column(name = "answer", columnDefinition = "text") String text,
            @AttributeOverride(name = "person", column = @Column(name = "answered_by"))
                    @AttributeOverride(name = "name", column = @Column(name = "answered_name"))
                    @AttributeOverride(name = "at", column = @Column(name = "answered_at"))
                    By by) {}

    static QuestionToLead asked(Step step, Role office, String text, By by) {
        return new QuestionToLead(step, office, text, by, null);
    }

    QuestionToLead answered(String words, By answering) {
        return new QuestionToLead(step, office, text, by, new Answer(words, answering));
    }

    /** In which office it was asked. */
    Role askedAs() {
        return office == null ? step.office() : office;
    }

    public boolean isOpen() {
        return answer == null;
    }
}
