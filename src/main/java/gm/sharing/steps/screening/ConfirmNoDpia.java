package gm.sharing.steps.screening;

import static java.util.stream.Collectors.joining;

import gm.sharing.dpia.DpiaNeed;
import gm.sharing.dpia.DpiaText;
import gm.sharing.dpia.DpiaTexts;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.NoDpia;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The data protection officer advises whether a DPIA is needed where the screening leaves it open. */
@Sets(@Variable(name = "dpiaNeeded", type = Boolean.class))
@Component
class ConfirmNoDpia implements FormHandler<NoDpia> {

    private final Dpias dpias;
    private final ProjectInBrief brief;
    private final DpiaTexts texts;
    private final DpiaNeed need;

    ConfirmNoDpia(Dpias dpias, ProjectInBrief brief, DpiaTexts texts, DpiaNeed need) {
        this.need = need;
        this.texts = texts;
        this.dpias = dpias;
        this.brief = brief;
    }

    @Override
    public String form() {
        return "confirm-no-dpia";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<NoDpia> answers() {
        return NoDpia.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of(
                "screening", screening(texts.of(dpias.get(task.reference()))), "summary", brief.of(task.reference()));
    }

    static String screening(DpiaText assessment) {
        return assessment.screening().sections().stream()
                .map(section -> Markdown.answer(section.title(), section.text()))
                .collect(joining("\n\n"));
    }

    @Override
    public Map<String, Object> accept(NoDpia answers, FormTask task, Person by) {
        need.advise(task.reference(), answers, by);
        return Map.of("dpiaNeeded", answers.dpiaNeeded());
    }
}
