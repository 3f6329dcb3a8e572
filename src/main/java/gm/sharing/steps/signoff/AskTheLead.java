package gm.sharing.steps.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.signoff.PartnersQuestions;
import gm.sharing.signoff.Step;
import gm.sharing.workflow.form.FormAlternative;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody of a partner asks the lead a question instead of deciding; the partner's clock stands still until the answer. */
@Sets({
    @Variable(name = "review", values = "ask", with = "review-agreement"),
    @Variable(name = "caldicottDecision", values = "ask", with = "agree-confidential-use"),
    @Variable(name = "signature", values = "ask", with = "sign-agreement"),
    @Variable(name = "secondSignature", values = "ask", with = "countersign-agreement"),
    @Variable(
            name = "asking",
            values = {"review", "confidential-use", "signature", "second-signature"}),
    @Variable(name = "askedBy", whom = Whom.ACCOUNT),
    @Variable(name = "clockStands", type = Boolean.class),
    @Variable(name = "questionOpen", type = Boolean.class)
})
@Component
class AskTheLead implements FormAlternative<AskTheLead.Answer> {

    /** The variable that says at which step somebody asked last, until they decided. */
    static final String ASKING = "asking";

    /** The variable that says who asked there. */
    static final String ASKED_BY = "askedBy";

    /** What reviewers who have the agreement at the same time do not share. */
    static final Set<String> OF_ITS_WAY = Set.of("review", ASKING, ASKED_BY);

    static final String NOBODY = "none";

    private static final String ASK = "ask";

    /** By form: the step, the variable on which the model routes, and how the model names whoever asks. */
    private static final Map<String, Asking> BY_FORM = Map.of(
            "review-agreement", new Asking(Step.REVIEW, "review", "review"),
            "agree-confidential-use", new Asking(Step.CONFIDENTIAL_USE, "caldicottDecision", "confidential-use"),
            "sign-agreement", new Asking(Step.SIGNATURE, "signature", "signature"),
            "countersign-agreement", new Asking(Step.SECOND_SIGNATURE, "secondSignature", "second-signature"));

    private final PartnersQuestions questions;
    private final MandateRule mandates;

    AskTheLead(PartnersQuestions questions, MandateRule mandates) {
        this.questions = questions;
        this.mandates = mandates;
    }

    /** The fields of the forms that belong to it. */
    @NeededBy("the questions between partner and lead")
    record Answer(@NotBlank String decision, @NotBlank @Size(max = Texts.LONG) String question) {}

    private record Asking(Step step, String variable, String name) {}

    @Override
    public Set<String> forms() {
        return BY_FORM.keySet();
    }

    @Override
    public String field() {
        return "decision";
    }

    @Override
    public String answer() {
        return ASK;
    }

    @Override
    public Class<Answer> answers() {
        return Answer.class;
    }

    @Override
    public Set<String> ofItsWay() {
        return OF_ITS_WAY;
    }

    @Override
    public Map<String, Object> accept(String form, Answer answers, FormTask task, Person by) {
        var asking = BY_FORM.get(form);
        if (asking == null) {
            throw new IllegalArgumentException("Nobody asks the lead in the form " + form);
        }
        var office = office(asking.step(), task, by);
        questions.ask(PartnerTask.id(task), asking.step(), office, answers.question(), by);
        return Map.of(
                asking.variable(),
                ASK,
                ASKING,
                asking.name(),
                ASKED_BY,
                by.id(),
                "clockStands",
                true,
                "questionOpen",
                true);
    }

    private Role office(Step step, FormTask task, Person by) {
        if (step == Step.REVIEW) {
            return PartnerTask.office(task, by);
        }
        if (step == Step.SIGNATURE && mandates.concerns(PartnerTask.id(task), by)) {
            mandates.require(PartnerTask.id(task));
            return Role.IG_OFFICER;
        }
        return step.office();
    }
}
