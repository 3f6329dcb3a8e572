package gm.sharing.signoff;

import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a partner asked the lead before deciding, and what the lead said.
 *
 * @param step at which it was asked
 * @param office in which it was asked; null for questions of a time when the step said it
 * @param answer null while it waits for one
 */
@Embeddable
public record Question(
        @Enumerated(EnumType.STRING) Step step,
        @Enumerated(EnumType.STRING) @Nullable Role office,
        @Column(name = "question", columnDefinition = "text") String text,
        String person,
        String personName,
        @Column(name = "asked_at") Instant at,
        @Embedded @Nullable Answer answer) {

    /** What the lead said to it. */
    @Embeddable
    public record Answer(
            @Column(name = "answer", columnDefinition = "text") String text,
            @Column(name = "answered_by") String person,
            @Column(name = "answered_name") String personName,
            @Column(name = "answered_at") Instant at) {}

    static Question asked(Step step, Role office, String text, Person by, Instant at) {
        return new Question(step, office, text, by.id(), by.name(), at, null);
    }

    Question answered(String words, Person by, Instant now) {
        return new Question(step, office, text, person, personName, at, new Answer(words, by.id(), by.name(), now));
    }

    /** In which office it was asked. */
    Role askedAs() {
        return office == null ? step.office() : office;
    }

    public boolean isOpen() {
        return answer == null;
    }
}
