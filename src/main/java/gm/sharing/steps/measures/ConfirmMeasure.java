package gm.sharing.steps.measures;

import gm.sharing.Dates;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.measure.Measure;
import gm.sharing.measure.MeasureAnswer;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.Person;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever sees to a measure says whether it is in place. */
@Needs("measure")
@Sets({@Variable(name = "inPlace", type = Boolean.class), @Variable(name = "due", type = Date.class)})
@Component
class ConfirmMeasure implements FormHandler<MeasureAnswer> {

    private static final Words WORDS = Words.in("measure/follow-up");

    private final Measures measures;
    private final Projects projects;
    private final WorkingDays workingDays;

    ConfirmMeasure(Measures measures, Projects projects, WorkingDays workingDays) {
        this.measures = measures;
        this.projects = projects;
        this.workingDays = workingDays;
    }

    @Override
    public String form() {
        return "confirm-measure";
    }

    @Override
    public Set<String> processes() {
        return Set.of("measure-follow-up");
    }

    @Override
    public Class<MeasureAnswer> answers() {
        return MeasureAnswer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Measure measure = measure(task);
        Map<String, Object> values = new HashMap<>();
        values.put("about", about(measure));
        values.put("what", Markdown.quoted(measure.what()));
        values.put("owner", measure.ownerName());
        measure.due().ifPresent(due -> values.put("dueDate", Dates.weekday(due)));
        measure.delayReason().ifPresent(reason -> values.put("putOff", Markdown.quoted(reason)));
        return values;
    }

    private String about(Measure measure) {
        String origin = measure.origin().words();
        return projects.get(measure.project())
                .arrangements()
                .map(Arrangements::startDate)
                .filter(measure::isBeforeStart)
                .map(firstDay ->
                        WORDS.text("about-before-start", Map.of("origin", origin, "day", Dates.weekday(firstDay))))
                .orElseGet(() -> WORDS.text("about", Map.of("origin", origin)));
    }

    @Override
    public Map<String, Object> accept(MeasureAnswer answers, FormTask task, Person by) {
        Measure measure = measures.answer(measure(task).id(), answers, by);
        return measure.isOpen()
                ? Map.of(
                        "inPlace", false, "due", workingDays.endOf(measure.due().orElseThrow()))
                : Map.of("inPlace", true);
    }

    private Measure measure(FormTask task) {
        return measures.get(Long.parseLong(task.text("measure")));
    }
}
