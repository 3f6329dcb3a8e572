package gm.sharing.steps.screening;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaNeed;
import gm.sharing.dpia.DpiaTexts;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.NeedDecision;
import gm.sharing.dpia.NoDpia;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The signatory of the lead organisation decides whether to go on without a DPIA, as was advised. */
@Sets(@Variable(name = "dpiaNeeded", type = Boolean.class))
@Component
class DecideNoDpia implements FormHandler<NeedDecision> {

    private static final Words WORDS = Words.in("dpia/screening");

    private final Dpias dpias;
    private final ProjectInBrief brief;
    private final DpiaTexts texts;
    private final DpiaNeed need;

    DecideNoDpia(Dpias dpias, ProjectInBrief brief, DpiaTexts texts, DpiaNeed need) {
        this.need = need;
        this.texts = texts;
        this.dpias = dpias;
        this.brief = brief;
    }

    @Override
    public String form() {
        return "decide-no-dpia";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<NeedDecision> answers() {
        return NeedDecision.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        return Map.of(
                "advice",
                Markdown.answer(
                        WORDS.text("officers-advice"),
                        dpia.screeningResult().need().map(NoDpia::reason).orElse("")),
                "screening",
                ConfirmNoDpia.screening(texts.of(dpia)),
                "summary",
                brief.of(task.reference()));
    }

    @Override
    public Map<String, Object> accept(NeedDecision answers, FormTask task, Person by) {
        need.decide(task.reference(), answers, by);
        return Map.of("dpiaNeeded", answers.dpiaNeeded());
    }
}
