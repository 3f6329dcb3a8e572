package gm.sharing.insight;

import gm.sharing.agreement.Agreements;
import gm.sharing.agreement.NextReview;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the figures together. All of them cost a fixed number of statements, however many journeys there are. */
@Service
@Transactional(readOnly = true)
class Insight {

    /** So many reviews to come are shown. */
    private static final int REVIEWS = 5;

    private final RecordReader record;
    private final CountFigures counts;
    private final TimesTaken times;
    private final ModelVersions models;
    private final WorkInHand work;
    private final Agreements agreements;
    private final Clock clock;

    Insight(
            RecordReader record,
            CountFigures counts,
            TimesTaken times,
            ModelVersions models,
            WorkInHand work,
            Agreements agreements,
            Clock clock) {
        this.record = record;
        this.counts = counts;
        this.times = times;
        this.models = models;
        this.work = work;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Whether the person may see how all organisations do: the Board, administrators of the service, and owners of the models. */
    static boolean isFor(Person person) {
        return person.seesEveryProject() || person.holds(Role.PROCESS_OWNER);
    }

    /** @throws AccessDeniedException for everybody else */
    static void mustBeFor(Person person) {
        if (!isFor(person)) {
            throw new AccessDeniedException(person.id());
        }
    }

    /** What is known of the time before and after the versions of models, the newest first. */
    List<ModelVersions.Version> versions() {
        return models.all();
    }

    /** What is late and what is to be reviewed next; the parts of other organisations are told to nobody who may not read of them. */
    NeedsAttention needsAttention(Person person) {
        record.planForWhatIsAsked();
        LocalDate today = LocalDate.now(clock);
        List<NextReview> reviews = agreements.nextReviews(REVIEWS);
        return new NeedsAttention(
                person.holds(Role.ADMINISTRATOR) && !person.holds(Role.INFORMATION_BOARD)
                        ? work.lateFor(person.organisations())
                        : work.late(),
                person.seesEveryProject(),
                !reviews.isEmpty() || agreements.areAny(),
                reviews.stream()
                        .map(next -> NeedsAttention.Review.of(next, today))
                        .toList());
    }

    List<Figure> read(Asked asked) {
        record.planForWhatIsAsked();
        TimeFigures taken = new TimeFigures(asked);
        times.each(asked, taken::add);
        List<Figure> figures = new ArrayList<>(List.of(
                counts.standing(asked),
                counts.waiting(asked),
                taken.times(),
                counts.rounds(asked),
                counts.refusals(asked),
                counts.changes(asked),
                counts.overdue(asked, taken),
                counts.measures(asked)));
        if (asked.change() != null) {
            figures.add(taken.comparison());
        }
        return figures;
    }
}
