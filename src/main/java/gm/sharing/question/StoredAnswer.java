package gm.sharing.question;

import gm.sharing.audit.HeldRolesConverter;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An answer as it is stored; never changed, because a later one to the same question is a row of its own. */
@Entity
@Immutable
@Table(name = "answer")
@SuppressWarnings("UnusedVariable") // the database asks by what nothing here reads
class StoredAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

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

    StoredAnswer(ProjectReference reference, Step step, Given given, Person by, Instant at) {
        Question question = given.question();
        this.reference = reference.value();
        this.subject = step.subject() == null ? "" : step.subject().value();
        this.form = question.form();
        this.formTitle = question.formTitle();
        this.formVersion = question.formVersion();
        this.element = step.element();
        this.task = step.task();
        this.processRun = step.run();
        this.questionKey = question.key();
        this.position = question.position();
        this.label = question.label();
        this.heading = question.heading();
        this.kind = question.kind();
        this.document = question.document();
        this.part = question.part();
        this.section = question.section();
        this.value = given.value();
        this.inWords = InWords.of(given);
        this.who = by.id();
        this.whoName = by.name();
        this.whoRoles = HeldRole.of(by);
        this.givenAt = at;
    }

    /**
     * Whether an answer in that step would take its place: about the project in any step of the same process, about a partner in the
     * same step.
     */
    boolean isOf(Step step) {
        return subject.equals(step.about())
                && Objects.equals(processRun, step.run())
                && (subject.isEmpty() || Objects.equals(element, step.element()));
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
