package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.document.Fact;
import gm.sharing.dpia.RiskMap;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.Position;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one person may read of a project.
 *
 * @param ledBy the name of the lead organisation, and of the partnership for which it leads
 * @param signOffRule whose signatures the agreement needs; null until that is set
 * @param leftOn when the person's organisation left the project, in words: then the record stops there and says nothing of
 *     stages, open tasks and partners; otherwise null
 * @param waits for whom it waits first; null when nothing waits that the person may see
 * @param together what the person may answer for several partners at once
 * @param stopped what everybody may know of a fault that stops the project, in a sentence; otherwise null
 * @param signatures that the person may withdraw
 * @param time that partners have to decide, and what they asked the lead
 * @param documents newest first
 * @param agreement null until it is published
 * @param risks where they lie, or null when there are none that the person may read
 * @param dpia one sentence, or null while the screening is not answered
 * @param assessment what the way to the assessment, or to the decision against one, is called; null while there is neither
 * @param whyDpia why it needs an assessment or none; null while that is not found out, or not for the person to read
 * @param beforeStart what must be in place before the first day and is not; null when nothing is missing
 * @param consultations of the Information Commissioner, oldest first
 * @param sent the forms that describe it and were sent; empty for those who may not read drafts
 * @param answered what was answered to questions that no rule reads
 * @param conditions what people of the person's organisations were told of its standing conditions, newest first
 * @param history the newest of it
 */
record ProjectRecord(
        SharingProject project,
        String ledBy,
        @Nullable String signOffRule,
        @Nullable String leftOn,
        List<Stage> stages,
        List<Waiting> waiting,
        @Nullable WaitsFor waits,
        List<Together> together,
        @Nullable String stopped,
        List<PartnerStanding> partners,
        List<OwnSignature> signatures,
        PartnersTime time,
        List<AgreementVersion> documents,
        @Nullable Agreement agreement,
        @Nullable String dpia,
        @Nullable String assessment,
        @Nullable WhyDpia whyDpia,
        @Nullable RiskMap risks,
        MeasureRegister.Standing measures,
        @Nullable BeforeStart beforeStart,
        List<ConsultationStanding> consultations,
        List<SentStep> sent,
        List<AnsweredForm> answered,
        List<OwnConditions.Shown> conditions,
        ProjectHistory.Found history,
        boolean mayWithdraw,
        boolean mayStop) {

    /** The parts of an agreement that hold what was answered in a stage, by their keys. */
    private static final Map<Integer, String> PARTS = Map.of(1, "why", 2, "what", 3, "parties", 5, "flow");

    private static final Map<Integer, String> FORMS =
            Map.of(2, "describe-needs", 3, "name-partners", 5, "describe-flows");

    /** All of them stand under where the project stands. */
    private static final int MOST_ACTIONS = 5;

    /**
     * Something that waits for a person.
     *
     * @param holder who took it or was given it, or null while anybody of the role can take it
     * @param partner the name of the organisation whose part it is, or null when it is the whole project's
     * @param began when it began to wait
     * @param by when it is due, or null
     * @param process of which it is a step, or null when nothing can be read up about it
     * @param passable the task's id when the person may pass it to a colleague, otherwise null
     * @param opens the task's id when the person may do it, otherwise null
     */
    record Waiting(
            String task,
            String forWhom,
            @Nullable String holder,
            @Nullable String partner,
            Instant began,
            @Nullable Instant by,
            boolean overdue,
            @Nullable String process,
            String step,
            @Nullable String passable,
            @Nullable String opens) {

        /** From which day it waits, in words. */
        public String since() {
            return Dates.day(began);
        }

        /** In words, or null. */
        public @Nullable String due() {
            return by == null ? null : Dates.day(by);
        }
    }

    /**
     * The same task for several partners.
     *
     * @param task the id of the one that is opened
     * @param name as the model names it, and for how many partners
     */
    record Together(String task, String name) {}

    /**
     * A partner and how far its sign-off is.
     *
     * @param signatory whether somebody can sign for it, and never who; once it signed, the names and roles of those who did, as far as
     *     the person may know them
     * @param due until when it has time to decide, in words, or that nothing is waited for, or that the person may not know
     * @param version the version that it was asked about last, or null when it was not asked
     * @param because why it is asked or its signature stands in the latest round, or null when nobody else may know
     * @param position on the lead organisation's assessment, or null when it took none or nobody else may know
     * @param mandate under which an officer signed for it, in words, or null when none did or nobody else may know
     */
    record PartnerStanding(
            String name,
            String assurance,
            String role,
            String part,
            String state,
            String signatory,
            String due,
            @Nullable String version,
            boolean late,
            @Nullable String because,
            @Nullable Position position,
            @Nullable String mandate) {}

    /**
     * What must be in place before the sharing starts and is not.
     *
     * @param day the first day in words
     * @param begun whether that day has come
     * @param missing each measure with its owner and date
     */
    record BeforeStart(String day, boolean begun, List<String> missing) {}

    /** A signature of a partner for which the person may sign. */
    record OwnSignature(OrganisationCode partner, String name) {}

    /**
     * A prior consultation and how far it is.
     *
     * @param facts what happened when
     */
    record ConsultationStanding(String state, boolean overdue, List<Fact> facts) {}

    /** What the person may do now, and not for several partners at once; the first of many. */
    public List<Waiting> yours() {
        return allYours().limit(MOST_ACTIONS).toList();
    }

    /** How many more there are of {@link #yours}. */
    public long moreOfYours() {
        return allYours().skip(MOST_ACTIONS).count();
    }

    /** The partners that the person may give more time; the first of many. */
    public List<PartnersTime.Running> moreTime() {
        return time.running().stream()
                .filter(PartnersTime.Running::moreTime)
                .limit(MOST_ACTIONS)
                .toList();
    }

    /** How many more there are of {@link #moreTime}. */
    public long moreForMoreTime() {
        return time.running().stream()
                .filter(PartnersTime.Running::moreTime)
                .skip(MOST_ACTIONS)
                .count();
    }

    private Stream<Waiting> allYours() {
        return waiting.stream().filter(one -> one.opens() != null).filter(one -> together.stream()
                .noneMatch(alike -> alike.task().equals(one.opens())));
    }

    /** Which stages are under way and what comes next, in a sentence or two. */
    public String stageNow() {
        return Stage.inShort(stages, project.status());
    }

    /**
     * Where the answers of a stage are read, beginning at the project's address: those of its form once it was sent, otherwise its part
     * of the agreement or of the assessment; null when the person can read none.
     */
    public @Nullable String answersOf(Stage stage) {
        String sentForm = sentFormOf(stage);
        if (sentForm != null) {
            return sentForm;
        }
        if (!stage.isDone()) {
            return null;
        }
        if (stage.number() == Stage.PRACTICAL_STEPS) {
            return assessment == null ? null : "/dpia";
        }
        return newest() == null && stage.number() == 1 ? "#vision" : agreementPartOf(stage);
    }

    /** The part of the agreement that a stage became, where {@link #answersOf} leads elsewhere; otherwise null. */
    public @Nullable String besideAnswersOf(Stage stage) {
        return sentFormOf(stage) == null ? null : agreementPartOf(stage);
    }

    private @Nullable String sentFormOf(Stage stage) {
        return sent.stream()
                .filter(one -> one.form().equals(FORMS.get(stage.number())))
                .map(one -> "/answers/" + one.step())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String agreementPartOf(Stage stage) {
        AgreementVersion newest = newest();
        String part = PARTS.get(stage.number());
        return newest == null || part == null
                ? null
                : "/agreement/" + newest.number()
                        + newest.content()
                                .anchor(part)
                                .map(anchor -> "#" + anchor)
                                .orElse("");
    }

    /** The task that {@link #waits} tells of, where the person can open it; otherwise null. */
    public @Nullable String opensFirst() {
        Waiting first = mostUrgent(waiting);
        return first == null ? null : first.opens();
    }

    /** What is due first, and of that what has waited longest; null when nothing waits that the person may see. */
    static @Nullable Waiting mostUrgent(List<Waiting> waiting) {
        return waiting.stream()
                .min(Comparator.comparing(Waiting::by, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
    }

    /** The newest document that the person may read, or null. */
    public @Nullable AgreementVersion newest() {
        return documents.isEmpty() ? null : documents.get(0);
    }

    /** Whether the person may read any answers. */
    public boolean hasAnswers() {
        return !answered.isEmpty() || !sent.isEmpty() || newest() != null;
    }

    /** Whether the person may do anything with the project. */
    public boolean hasActions() {
        return mayWithdraw
                || mayStop
                || !together.isEmpty()
                || !yours().isEmpty()
                || !moreTime().isEmpty();
    }

    /** Whether the person may read the position of a partner on the lead organisation's assessment. */
    public boolean hasPositions() {
        return partners.stream().anyMatch(partner -> partner.position() != null);
    }

    /**
     * An event.
     *
     * @param who a person's name
     * @param roles those that the person held then, in words; empty without any
     */
    record Happening(Instant at, String what, String who, String roles) {

        public String atInWords() {
            return Dates.moment(at);
        }
    }
}
