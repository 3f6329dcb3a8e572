package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one person of the partner said at one step of the sign-off. It is written once and never changed.
 *
 * @param decision at the step of the Caldicott Guardian, {@link Decision#SIGN} means that they agree
 * @param refusalGround the legal or statutory ground of a refusal
 * @param provision the provision that a refusal cites
 * @param personRole the role in which a signatory signed
 * @param actedAs in what capacity the person spoke for the partner
 */
public record Statement(
        Decision decision,
        List<StatedCondition> conditions,
        List<Comment> comments,
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

    static Statement of(Review review, List<StatedCondition> conditions, Person by, Instant at) {
        return checked(new Statement(
                review.decision(),
                conditions,
                review.comments(),
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
                use.decision().decision(),
                List.of(),
                use.comments(),
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
                second.decision().decision(),
                List.of(),
                second.comments(),
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
                signature.decision(),
                conditions,
                signature.comments(),
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
                Decision.REQUEST_CHANGES,
                List.of(),
                List.of(new Comment(Comment.WHOLE, reason)),
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
                decision, conditions, comments, refusalGround, provision, person, personName, personRole, at, capacity);
    }

    /** What was said beyond the decision itself, each with its name. */
    String words() {
        return named("Conditions", joined(conditions.stream().map(StatedCondition::words)))
                + named("Comments", joined(comments.stream().map(comment -> comment.section() + ": " + comment.text())))
                + named("Ground", refusalGround)
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
