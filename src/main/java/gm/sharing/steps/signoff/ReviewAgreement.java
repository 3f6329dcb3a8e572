package gm.sharing.steps.signoff;

import gm.sharing.organisation.Person;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Decisions;
import gm.sharing.signoff.DpiaPosition;
import gm.sharing.signoff.Review;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.OwnerOptions;
import gm.sharing.workflow.gate.expression.Before;
import gm.sharing.workflow.gate.expression.For;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * An IG officer, or another office that the model asks, reviews the agreement and takes the partner's position on the lead
 * organisation's assessment. What those said who reviewed before is shown, and their conditions are filled in.
 */
@For({"ig-${partner}", "dpo-${partner}", "caldicott-${partner}", "signatory-${partner}"})
@Needs({"partner", "round"})
@Sets({
    @Variable(name = "review", codes = Decision.class),
    @Variable(name = "dpiaPosition", codes = DpiaPosition.class),
    @Variable(name = "asking", values = "none")
})
@Before({"sign-agreement", "countersign-agreement"})
@Component
class ReviewAgreement implements FormHandler<Review> {

    private final PartnerTask partnerTask;
    private final Together together;
    private final ReviewQuestions questions;
    private final StandingForm standing;
    private final OwnerOptions owners;
    private final SignOffs signOffs;
    private final Decisions decisions;

    ReviewAgreement(
            PartnerTask partnerTask,
            Together together,
            ReviewQuestions questions,
            StandingForm standing,
            OwnerOptions owners,
            SignOffs signOffs,
            Decisions decisions) {
        this.partnerTask = partnerTask;
        this.together = together;
        this.questions = questions;
        this.standing = standing;
        this.owners = owners;
        this.signOffs = signOffs;
        this.decisions = decisions;
    }

    @Override
    public String form() {
        return "review-agreement";
    }

    @Override
    public Set<String> processes() {
        return Set.of("partner-sign-off");
    }

    @Override
    public Class<Review> answers() {
        return Review.class;
    }

    @Override
    public boolean forSeveral() {
        return true;
    }

    @Override
    public Map<String, String> alike(FormTask task) {
        return together.tasks(task);
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        var shown = partnerTask.shown(task);
        shown.put("ownerOptions", owners.forPartner(task.partner(), task.reference()));
        var signOff = signOffs.get(PartnerTask.id(task));
        shown.putAll(questions.of(signOff));
        var others = together.shown(task);
        shown.putAll(others);
        shown.putAll(standing.shown(task, (List<?>) others.getOrDefault("alsoFor", List.of())));
        var conditions = conditions(signOff);
        if (!conditions.isEmpty()) {
            shown.put("conditions", SignAgreement.rows(conditions));
        }
        return shown;
    }

    /** Those that a colleague advises now, or those of the partner's signature on an earlier version. */
    private List<StatedCondition> conditions(SignOff signOff) {
        return signOff.said().reviews().given().isEmpty()
                ? signOffs.signedBefore(signOff.id()).map(SignOff::conditions).orElse(List.of())
                : signOff.said().reviews().conditions();
    }

    @Override
    public Set<String> ofItsWay() {
        return AskTheLead.OF_ITS_WAY;
    }

    /** The model routes on what all who reviewed say together. The next task is nobody's who asked the lead in this one. */
    @Override
    public Map<String, Object> accept(Review review, FormTask task, Person by) {
        var reviews = decisions.review(PartnerTask.id(task), review, by, PartnerTask.office(task, by));
        standing.keep(signOffs.get(PartnerTask.id(task)), reviews, review.standingFrom());
        Map<String, Object> routing = new HashMap<>();
        reviews.decision().ifPresent(decision -> routing.put("review", decision.code()));
        reviews.position()
                .ifPresent(
                        position -> routing.put("dpiaPosition", position.taken().code()));
        if (task.variables().containsKey(AskTheLead.ASKING)) {
            routing.put(AskTheLead.ASKING, AskTheLead.NOBODY);
        }
        return routing;
    }
}
