package gm.sharing.work;

import gm.sharing.organisation.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lets the navigation of every page say how much waits for whoever is signed in. It is asked when the page is written, so that
 * nothing else asks: no form that is sent, no file, no page without somebody signed in.
 */
@ControllerAdvice(annotations = Controller.class)
class WorkAdvice {

    private final WorkLists lists;

    WorkAdvice(WorkLists lists) {
        this.lists = lists;
    }

    /** Asks for one page at most once. */
    record InNavigation(WorkLists lists) {

        public Waiting waitingFor(Person person) {
            return lists.waitingFor(person);
        }
    }

    @ModelAttribute("work")
    InNavigation work() {
        return new InNavigation(lists);
    }
}
