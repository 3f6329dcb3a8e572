package gm.sharing.signoff;

import static gm.sharing.PlainText.isBlank;

import gm.sharing.Refused;
import gm.sharing.organisation.Role;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one person of the partner said at one step of the sign-off. It is written once and never changed.
 *
 * @param office in which a review was given, or a signature under a mandate; null where the step belongs to one office
 * @param decision at the step of the Caldicott Guardian, {@link Decision#SIGN} means that they agree
 * @param besides what a review says beside its decision
 * @param refusalGround the legal or statutory ground of a refusal: a code of the table {@value Grounds#TABLE}
 * @param provision the provision that a refusal cites
 */
public record Statement(
        Step step,
        @Nullable Role office,
        Decision decision,
        List<StatedCondition> conditions,
        List<Comment> comments,
        ReviewAnswers besides,
        @Nullable String refusalGround,
        @Nullable String provision,
        Speaker speaker) {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<![.!?])\\z");

    public Statement {
        conditions = List.copyOf(conditions);
        comments = List.copyOf(comments);
    }

    /** @param conditions as they are kept */
    static Statement of(
            Review review, List<StatedCondition> conditions, ReviewAnswers besides, Role office, Speaker speaker) {
        return of(Step.REVIEW, office, review, conditions, besides, speaker);
    }

    static Statement of(ConfidentialUse use, Speaker speaker) {
        return of(Step.CONFIDENTIAL_USE, null, use, List.of(), ReviewAnswers.NONE, speaker);
    }

    static Statement of(Signature signature, List<StatedCondition> conditions, Speaker speaker) {
        return of(Step.SIGNATURE, null, signature, conditions, ReviewAnswers.NONE, speaker.signingAs(signature.role()));
    }

    /** What an officer says in the place of the signatory. */
    static Statement under(Signature signature, List<StatedCondition> conditions, Speaker speaker) {
        return of(
                Step.SIGNATURE,
                Role.IG_OFFICER,
                signature,
                conditions,
                ReviewAnswers.NONE,
                speaker.signingAs(signature.role()));
    }

    static Statement of(Countersignature second, Speaker speaker) {
        return of(Step.SECOND_SIGNATURE, null, second, List.of(), ReviewAnswers.NONE, speaker.signingAs(second.role()));
    }

    private static Statement of(
            Step step,
            @Nullable Role office,
            Decided decided,
            List<StatedCondition> conditions,
            ReviewAnswers besides,
            Speaker speaker) {
        return checked(new Statement(
                step,
                office,
                decided.decided(),
                conditions,
                decided.comments(),
                besides,
                decided.refusalGround(),
                decided.provision(),
                speaker));
    }

    /** A partner that takes its signature back asks for changes: its reason is for the lead to answer. */
    static Statement withdrawing(String reason, Speaker speaker) {
        return new Statement(
                Step.WITHDRAWAL,
                null,
                Decision.REQUEST_CHANGES,
                List.of(),
                List.of(new Comment(Comment.WHOLE, reason)),
                ReviewAnswers.NONE,
                null,
                null,
                speaker);
    }

    /** In which office it was said. */
    public Role saidAs() {
        return office == null ? step.office() : office;
    }

    /** Whether it takes part in the partner's decision because it asks for changes or refuses. */
    boolean isAgainst() {
        return !decision.isSignature();
    }

    /**
     * What was said beyond the decision itself, each with its name.
     *
     * @param grounds what people read for the code of a ground
     * @param sections what people read for the key of a section
     */
    String words(UnaryOperator<String> grounds, UnaryOperator<String> sections) {
        return named("Conditions", joined(conditions.stream().map(StatedCondition::words)))
                + named(
                        "Comments",
                        joined(comments.stream()
                                .map(comment -> sections.apply(comment.section()) + ": " + comment.text())))
                + named("Ground", refusalGround == null ? null : grounds.apply(refusalGround))
                + named("Provision", provision);
    }

    private static String joined(Stream<String> rows) {
        return rows.map(Statement::sentence).collect(Collectors.joining(" "));
    }

    private static String named(String name, @Nullable String text) {
        return text == null || text.isBlank() ? "" : " " + name + ": " + sentence(text);
    }

    private static String sentence(String text) {
        return SENTENCE_END.matcher(text.strip()).replaceFirst("$0.");
    }

    private static Statement checked(Statement statement) {
        require(
                "conditions",
                statement.decision == Decision.SIGN_WITH_CONDITIONS,
                statement.conditions.isEmpty(),
                "say on which conditions you sign, who is responsible for each and by when.",
                "choose to sign with conditions, or leave them out.");
        if (statement.decision == Decision.REQUEST_CHANGES && statement.comments.isEmpty()) {
            throw Refused.of("comments", "say what has to change, and in which section.");
        }
        require(
                "refusalGround",
                statement.decision == Decision.REFUSE,
                isBlank(statement.refusalGround),
                "a refusal names a legal or statutory ground.",
                "choose to refuse, or leave it out.");
        require(
                "provision",
                statement.decision == Decision.REFUSE,
                isBlank(statement.provision),
                "cite the provision that the refusal rests on.",
                "choose to refuse, or leave it out.");
        return statement;
    }

    private static void require(String field, boolean needed, boolean missing, String whenMissing, String whenOdd) {
        if (needed == missing) {
            throw Refused.of(field, needed ? whenMissing : whenOdd);
        }
    }
}
