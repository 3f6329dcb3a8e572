package gm.sharing.workflow.handbook;

import gm.sharing.handbook.StepLink;
import gm.sharing.workflow.handbook.Book.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** From which steps a process leads back to one that was done. */
@Component
public class WaysBack {

    private final InForce inForce;

    WaysBack(InForce inForce) {
        this.inForce = inForce;
    }

    /**
     * A step that leads back.
     *
     * @param before those after which it comes
     */
    public record WayBack(StepLink step, List<StepLink> before) {}

    /** In the order of the process; none when no step leads back. */
    public List<WayBack> to(String process, String step) {
        Book book = inForce.read();
        List<Place> order = book.inOrder();
        int here = book.find(process, step).map(order::indexOf).orElse(-1);
        if (here < 0) {
            return List.of();
        }
        return order.subList(here + 1, order.size()).stream()
                .filter(later -> later.model().key().equals(process))
                .filter(later -> book.after(later).places().stream()
                        .anyMatch(next -> next.model().key().equals(process) && order.indexOf(next) <= here))
                .map(later -> new WayBack(
                        link(later, book),
                        book.before(later).stream()
                                .map(place -> link(place, book))
                                .toList()))
                .toList();
    }

    private static StepLink link(Place place, Book book) {
        return new StepLink(place.model().key(), place.step().id(), book.name(place.step()));
    }
}
