package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one person of the partner said at one step of the sign-off. It is written once and never changed.
 *
 * @param office in which a review was given; null at every other step, which belongs to one office
 * @param decision at the step of the Caldicott Guardian, {@link Decision#SIGN} means that they agree
 * @param position on the lead organisation's assessment, which a review takes where it is asked for one
 * @param policyDocument the partner's own, which a review names where it is asked for one
 * @param refusalGround the legal or statutory ground of a refusal: a code of the table {@value Grounds#TABLE}
 * @param provision the provision that a refusal cites
 * @param personRole the role in which a signatory signed
 * @param actedAs in what capacity the person spoke for the partner
 */
public record Statement(
        Step step,
        @Nullable Role office,
        Decision decision,
        List<StatedCondition> conditions,
        List<Comment> comments,
        @Nullable Position position,
        @Nullable PolicyDocument policyDocument,
        @Nullable String refusalGround,
        @Nullable String provision,
        String person,
        String personName,
        @Nullable String personRole,
        Instant at,
        ActedAs actedAs) {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<![.!?])\\z");

    public Statement {
        conditions = List.copyOf(conditions);
        comments = List.copyOf(comments);
    }

    static Statement of(
            Review review,
            List<StatedCondition> conditions,
            @Nullable Position position,
            @Nullable PolicyDocument policyDocument,
            Person by,
            Role office,
            Instant at) {
        return checked(new Statement(
                Step.REVIEW,
                office,
                review.decision(),
                conditions,
                review.comments(),
                position,
                policyDocument,
                review.refusalGround(),
                review.provision(),
                by.id(),
                by.name(),
                null,
                at,
                ActedAs.THEMSELVES));
    }

    static Statement of(ConfidentialUse use, Person by, Instant at) {
        return checked(new Statement(
                Step.CONFIDENTIAL_USE,
                null,
                use.decision().decision(),
                List.of(),
                use.comments(),
                null,
                null,
                use.refusalGround(),
                use.provision(),
                by.id(),
                by.name(),
                null,
                at,
                ActedAs.THEMSELVES));
    }

    static Statement of(Countersignature second, Person by, Instant at) {
        return checked(new Statement(
                Step.SECOND_SIGNATURE,
                null,
                second.decision().decision(),
                List.of(),
                second.comments(),
                null,
                null,
                second.refusalGround(),
                second.provision(),
                by.id(),
                by.name(),
                second.role(),
                at,
                ActedAs.THEMSELVES));
    }

    static Statement of(Signature signature, List<StatedCondition> conditions, Person by, Instant at) {
        return checked(new Statement(
                Step.SIGNATURE,
                null,
                signature.decision(),
                conditions,
                signature.comments(),
                null,
                null,
                signature.refusalGround(),
                signature.provision(),
                by.id(),
                by.name(),
                signature.role(),
                at,
                ActedAs.THEMSELVES));
    }

    /** A partner that takes its signature back asks for changes: its reason is for the lead to answer. */
    static Statement withdrawing(String reason, Person by, Instant at) {
        return new Statement(
                Step.WITHDRAWAL,
                null,
                Decision.REQUEST_CHANGES,
                List.of(),
                List.of(new Comment(Comment.WHOLE, reason)),
                null,
                null,
                null,
                null,
                by.id(),
                by.name(),
                null,
                at,
                ActedAs.THEMSELVES);
    }

    /** The same, said in that capacity. */
    Statement as(ActedAs capacity) {
        return new Statement(
                step,
                office,
                decision,
                conditions,
                comments,
                position,
                policyDocument,
                refusalGround,
                provision,
                person,
                personName,
                personRole,
                at,
                capacity);
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
     */
    String words(UnaryOperator<String> grounds) {
        return named("Conditions", joined(conditions.stream().map(StatedCondition::words)))
                + named("Comments", joined(comments.stream().map(comment -> comment.section() + ": " + comment.text())))
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

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
