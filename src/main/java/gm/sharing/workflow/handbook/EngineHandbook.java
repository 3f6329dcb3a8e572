package gm.sharing.workflow.handbook;

import gm.sharing.handbook.Alarm;
import gm.sharing.handbook.DeadlineTable;
import gm.sharing.handbook.HandbookModels;
import gm.sharing.handbook.ModelStep;
import gm.sharing.handbook.StepGuide;
import gm.sharing.handbook.StepLink;
import gm.sharing.handbook.Term;
import gm.sharing.workflow.form.HandbookForms;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what is deployed at the moment at which somebody asks. All steps cost one statement, one step with its form three. */
@Component
class EngineHandbook implements HandbookModels {

    /** The table of what partners and others have to decide: what is asked for most. */
    static final String DECIDING = "review-deadlines";

    private final InForce inForce;
    private final HandbookForms forms;

    EngineHandbook(InForce inForce, HandbookForms forms) {
        this.inForce = inForce;
        this.forms = forms;
    }

    @Override
    public List<ModelStep> steps() {
        Book book = inForce.read();
        return book.inOrder().stream().map(place -> step(place, book)).toList();
    }

    @Override
    public Optional<StepGuide> step(String process, String step) {
        return guide(process, step);
    }

    @Override
    public Optional<StepGuide> start(String process) {
        return guide(process, ReadModel.BEGIN);
    }

    @Override
    public List<DeadlineTable> deadlines() {
        return inForce.read().tables().stream()
                .filter(ReadTable::times)
                .map(ReadTable::words)
                .sorted(Comparator.comparing(
                                (DeadlineTable table) -> !table.id().equals(DECIDING))
                        .thenComparing(DeadlineTable::name))
                .toList();
    }

    @Override
    public List<Alarm> alarms(String process, String step) {
        Book book = inForce.read();
        return book.find(process, step).map(place -> alarms(place, book)).orElse(List.of());
    }

    private Optional<StepGuide> guide(String process, String port) {
        Book book = inForce.read();
        return book.find(process, port).map(place -> guide(place, book));
    }

    private StepGuide guide(Book.Place place, Book book) {
        ReadStep step = place.step();
        Book.Next next = book.after(place);
        return new StepGuide(
                step(place, book),
                step.documentation(),
                links(book.before(place), book),
                links(List.copyOf(next.places()), book),
                step.sharesDrafts(),
                next.mayEnd(),
                alarms(place, book),
                step.form() == null ? List.of() : forms.of(step.form()));
    }

    private static List<Alarm> alarms(Book.Place place, Book book) {
        var terms = new TermReader(book);
        Term due = terms.due(place);
        return place.step().alarms().stream()
                .map(alarm -> {
                    Term when = terms.alarm(place, alarm.when());
                    return new Alarm(
                            alarm.name(),
                            when,
                            when.since(due == null ? Term.WORKED_OUT : due),
                            alarm.ends(),
                            alarm.words(),
                            alarm.then().always(),
                            alarm.then().oneOf());
                })
                .toList();
    }

    private static ModelStep step(Book.Place place, Book book) {
        ReadStep step = place.step();
        return new ModelStep(
                place.model().key(),
                place.model().name(),
                step.id(),
                book.name(step),
                step.stage(),
                step.doers(),
                new TermReader(book).due(place),
                book.form(step).orElse(null));
    }

    private static List<StepLink> links(List<Book.Place> places, Book book) {
        return places.stream()
                .map(place -> new StepLink(place.model().key(), place.step().id(), book.name(place.step())))
                .toList();
    }
}
