package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.regex.Pattern;
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
@Embeddable
public record Statement(
        @Enumerated(EnumType.STRING) Decision decision,
        @Column(columnDefinition = "text") @Nullable String conditions,
        @Column(columnDefinition = "text") @Nullable String comments,
        @Nullable String refusalGround,
        @Column(columnDefinition = "text") @Nullable String provision,
        String person,
        String personName,
        @Nullable String personRole,
        @Column(name = "given_at") Instant at,
        @Embedded ActedAs actedAs) {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<![.!?])\\z");

    static Statement of(Review review, Person by, Instant at) {
        return checked(new Statement(
                review.decision(),
                review.conditions(),
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
                null,
                use.comments(),
                use.refusalGround(),
                use.provision(),
                by.id(),
                by.name(),
                null,
                at,
                ActedAs.THEMSELVES));
    }

    static Statement of(Signature signature, Person by, Instant at) {
        return checked(new Statement(
                signature.decision(),
                signature.conditions(),
                signature.comments(),
                signature.refusalGround(),
                signature.provision(),
                by.id(),
                by.name(),
                signature.role(),
                at,
                ActedAs.THEMSELVES));
    }

    /** The same, said in that capacity. */
    Statement as(ActedAs capacity) {
        return new Statement(
                decision, conditions, comments, refusalGround, provision, person, personName, personRole, at, capacity);
    }

    /** What was said beyond the decision itself, each with its name. */
    String words() {
        return named("Conditions", conditions)
                + named("Comments", comments)
                + named("Ground", refusalGround)
                + named("Provision", provision);
    }

    private static String named(String name, @Nullable String text) {
        return text == null || text.isBlank()
                ? ""
                : " " + name + ": " + SENTENCE_END.matcher(text.strip()).replaceFirst("$0.");
    }

    private static Statement checked(Statement statement) {
        require(
                statement.decision == Decision.SIGN_WITH_CONDITIONS,
                statement.conditions,
                "Conditions: say on which conditions you sign.",
                "Conditions: choose to sign with conditions, or leave them out.");
        if (statement.decision == Decision.REQUEST_CHANGES && isBlank(statement.comments)) {
            throw new Refused("Comments: say what has to change, and where.");
        }
        require(
                statement.decision == Decision.REFUSE,
                statement.refusalGround,
                "Ground of refusal: a refusal names a legal or statutory ground.",
                "Ground of refusal: choose to refuse, or leave it out.");
        require(
                statement.decision == Decision.REFUSE,
                statement.provision,
                "Provision: cite the provision that the refusal rests on.",
                "Provision: choose to refuse, or leave it out.");
        return statement;
    }

    private static void require(boolean needed, @Nullable String text, String whenMissing, String whenOdd) {
        if (needed == isBlank(text)) {
            throw new Refused(needed ? whenMissing : whenOdd);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
