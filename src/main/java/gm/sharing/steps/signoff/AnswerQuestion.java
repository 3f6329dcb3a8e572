package gm.sharing.steps.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Refused;
import gm.sharing.Texts;
import gm.sharing.organisation.Person;
import gm.sharing.signoff.PartnersQuestions;
import gm.sharing.signoff.SignOffs;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lead answers a question of a partner. */
@Needs({"partner", "round"})
@Sets(@Variable(name = "questionOpen", type = Boolean.class))
@Component
class AnswerQuestion implements FormHandler<AnswerQuestion.Answer> {

    private static final Words WORDS = Words.in("sign-off/situation");

    private final SignOffs signOffs;
    private final PartnersQuestions questions;
    private final SignOffTexts texts;

    AnswerQuestion(SignOffs signOffs, PartnersQuestions questions, SignOffTexts texts) {
        this.signOffs = signOffs;
        this.questions = questions;
        this.texts = texts;
    }

    /** The answer of the form. */
    @NeededBy("the questions between partner and lead")
    record Answer(@NotBlank @Size(max = Texts.LONG) String answer) {}

    @Override
    public String form() {
        return "answer-question";
    }

    @Override
    public Set<String> processes() {
        return Set.of("partner-sign-off");
    }

    @Override
    public Class<Answer> answers() {
        return Answer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        var signOff = signOffs.get(PartnerTask.id(task));
        var question = signOff.questions().open().orElseThrow(() -> new Refused("This question was answered already."));
        return Map.of(
                "asked",
                WORDS.text(
                        "question",
                        Map.of(
                                "partner", texts.name(signOff.partner()),
                                "version", signOff.agreedVersion(),
                                "address", PartnerTask.document(signOff),
                                "question", texts.question(question))));
    }

    @Override
    public Map<String, Object> accept(Answer answers, FormTask task, Person by) {
        questions.answer(PartnerTask.id(task), answers.answer(), by);
        return Map.of("questionOpen", false);
    }
}
