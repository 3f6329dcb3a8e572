package gm.sharing.workflow.partnersignoff;

import gm.sharing.organisation.Person;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.DpiaPosition;
import gm.sharing.signoff.Review;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.OwnerOptions;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Once;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The IG officer reviews the agreement and takes the partner's position on the lead organisation's assessment. */
@Needs({"partner", "round"})
@Sets({@Variable(name = "review", codes = Decision.class), @Variable(name = "dpiaPosition", codes = DpiaPosition.class)
})
@Once
@Component
class ReviewAgreement implements FormHandler<Review> {

    private final PartnerTask partnerTask;
    private final ReviewQuestions questions;
    private final OwnerOptions owners;
    private final SignOffs signOffs;

    ReviewAgreement(PartnerTask partnerTask, ReviewQuestions questions, OwnerOptions owners, SignOffs signOffs) {
        this.partnerTask = partnerTask;
        this.questions = questions;
        this.owners = owners;
        this.signOffs = signOffs;
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
    public Map<String, Object> load(FormTask task) {
        var shown = partnerTask.shown(task);
        shown.put("ownerOptions", owners.forPartner(task.partner(), task.reference()));
        shown.putAll(questions.of(signOffs.get(PartnerTask.id(task))));
        signOffs.signedBefore(PartnerTask.id(task))
                .map(SignOff::conditions)
                .filter(conditions -> !conditions.isEmpty())
                .ifPresent(conditions -> shown.put("conditions", SignAgreement.rows(conditions)));
        return shown;
    }

    @Override
    public Map<String, Object> accept(Review review, FormTask task, Person by) {
        signOffs.review(PartnerTask.id(task), review, by);
        var position = review.dpiaPosition();
        return position == null
                ? Map.of("review", review.decision().code())
                : Map.of("review", review.decision().code(), "dpiaPosition", position.code());
    }
}
