package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import java.util.List;
import java.util.Optional;

/**
 * The reviews of one version for one partner. The last one recommends; what it does not take back stays.
 *
 * @param given oldest first
 */
public record Reviews(List<Statement> given) {

    public Reviews {
        given = List.copyOf(given);
    }

    private Optional<Statement> last() {
        return given.stream().reduce((earlier, later) -> later);
    }

    /**
     * What the organisation's reviewers say together: the last one's decision, unless one of them asked for changes or
     * refused, which no later review takes back.
     */
    public Optional<Decision> decision() {
        return given.stream()
                .filter(Statement::isAgainst)
                .findFirst()
                .or(this::last)
                .map(Statement::decision);
    }

    /**
     * The conditions that are advised: a review on conditions starts from those before and says which hold; one without
     * leaves them as they are.
     */
    public List<StatedCondition> conditions() {
        return given.stream()
                .filter(review -> review.decision() == Decision.SIGN_WITH_CONDITIONS)
                .reduce((earlier, later) -> later)
                .map(Statement::conditions)
                .orElse(List.of());
    }

    /** Whether the conditions that are advised are not those of the last review. */
    public boolean keepEarlierConditions() {
        return last().filter(review -> review.conditions().isEmpty()).isPresent()
                && !conditions().isEmpty();
    }

    /** What they say together beside their decisions. */
    public ReviewAnswers besides() {
        return given.stream().map(Statement::besides).reduce(ReviewAnswers.NONE, ReviewAnswers::then);
    }

    /** The last one's position on the assessment, unless one of them dissented. */
    public Optional<Position> position() {
        return Optional.ofNullable(besides().position());
    }

    /** Whether the partner dissents from the assessment. */
    public boolean dissent() {
        return position().filter(Position::isDissent).isPresent();
    }

    /** The policy document that was named last. */
    public Optional<PolicyDocument> policyDocument() {
        return Optional.ofNullable(besides().policyDocument());
    }

    private boolean wereGivenBy(String person) {
        return given.stream().anyMatch(review -> review.speaker().by().person().equals(person));
    }

    /** Whether the person gave one of them. */
    public boolean isBy(Person person) {
        return wereGivenBy(person.id());
    }

    /** Whoever reviewed signs as well only where nobody else can. */
    Speaker letSign(Person by, Speaker speaker, FourEyes fourEyes) {
        return wereGivenBy(by.id()) ? speaker.as(fourEyes.letSignWhatTheyReviewed(by, speaker.actedAs())) : speaker;
    }

    /** @throws Refused when the person, or whoever's deputy they are, has reviewed this version already */
    void refuseAnother(Person by, ActedAs actedAs) {
        if (wereGivenBy(by.id())) {
            throw new Refused("You have reviewed this version already, so somebody else has to look at it now.");
        }
        var away = actedAs.deputyFor();
        if (away != null && wereGivenBy(away)) {
            throw new Refused(
                    "%s, whose deputy you are, has reviewed this version already, so somebody else has to look"
                                    .formatted(actedAs.deputyForName())
                            + " at it now.");
        }
    }
}
