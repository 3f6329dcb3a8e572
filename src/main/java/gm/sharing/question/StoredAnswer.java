package gm.sharing.question;

import gm.sharing.audit.HeldRolesConverter;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An answer as it is stored by {@link NewAnswers}; never changed, because a later one to the same question is a row of its own. */
@Entity
@Immutable
@Table(name = "answer")
@SuppressWarnings("UnusedVariable") // the database asks by what nothing here reads
class StoredAnswer {

    @Id
    private Long id;

    private String reference;

    private String subject;

    private String form;

    private String formTitle;

    private int formVersion;

    private @Nullable String element;

    private @Nullable String task;

    private @Nullable String processRun;

    private String questionKey;

    private int position;

    @Column(columnDefinition = "text")
    private String label;

    @Column(columnDefinition = "text")
    private String heading;

    @Enumerated(EnumType.STRING)
    private AnswerKind kind;

    @Enumerated(EnumType.STRING)
    private InDocument document;

    private String part;

    @Column(name = "section_key")
    private String section;

    @Column(name = "answer", columnDefinition = "text")
    private @Nullable String value;

    @Column(columnDefinition = "text")
    @Convert(converter = InWords.Converter.class)
    private @Nullable InWords inWords;

    private String who;

    private String whoName;

    @Column(columnDefinition = "text")
    @Convert(converter = HeldRolesConverter.class)
    private List<HeldRole> whoRoles;

    private Instant givenAt;

    protected StoredAnswer() {}

    /**
     * Whether an answer in that step would take its place: about the project in any step of the same process, about a partner in the
     * same step.
     */
    boolean isOf(Step step) {
        return subject.equals(step.about())
                && Objects.equals(processRun, step.run())
                && (subject.isEmpty() || Objects.equals(element, step.element()));
    }

    boolean isAbout(@Nullable OrganisationCode whom) {
        return subject.equals(whom == null ? "" : whom.value());
    }

    /** @param run as in {@link Step} */
    boolean isOfRun(@Nullable String run) {
        return Objects.equals(processRun, run);
    }

    /** As {@link RunPath} tells it. */
    int nearness(@Nullable String run) {
        return RunPath.nearness(run, processRun);
    }

    boolean isBefore(StoredAnswer other) {
        return givenAt.isBefore(other.givenAt);
    }

    /** The same question, left open. */
    Given leftOpen() {
        return Given.open(answer().question());
    }

    String questionKey() {
        return questionKey;
    }

    /** Whether there is an answer; otherwise the question was left open after it had been answered. */
    boolean isAnswered() {
        return value != null;
    }

    Answer answer() {
        return new Answer(
                new Question(
                        form,
                        formTitle,
                        questionKey,
                        label,
                        heading,
                        kind,
                        position,
                        formVersion,
                        document,
                        part,
                        section),
                subject.isEmpty() ? null : new OrganisationCode(subject),
                processRun,
                Objects.requireNonNull(value),
                inWords == null ? List.of() : inWords.chosen(),
                inWords == null ? null : inWords.table(),
                who,
                whoName,
                whoRoles,
                givenAt);
    }
}
