package gm.sharing.workflow.page;

import gm.sharing.Refused;
import gm.sharing.journey.TaskWay;
import gm.sharing.organisation.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/** A task may end between any two of the readings that make its page. Nobody gets an error for it or loses what they typed. */
@ControllerAdvice(assignableTypes = TaskFormPages.class)
@Order(0)
class TasksThatEnd {

    /** Made anew for each page, also of the same words. */
    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "_draft");

    /** In place of a project that began. */
    private static final String TAKEN = "taken";

    private final FormsInEngine engine;
    private final TaskWay way;
    private final FormDesk desk;
    private final SentForms sent;

    TasksThatEnd(FormsInEngine engine, TaskWay way, FormDesk desk, SentForms sent) {
        this.engine = engine;
        this.way = way;
        this.desk = desk;
        this.sent = sent;
    }

    /** The task was there a moment ago. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Whichever reading missed it: of the task, of its variables, or of what the engine keeps of its process. */
    @ExceptionHandler({
        Ended.class,
        ProcessEngineException.class,
        IllegalStateException.class,
        NullPointerException.class
    })
    String ended(RuntimeException thrown, HttpServletRequest request, Person person) {
        var place = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String id = String.valueOf(place.get("id"));
        mustHaveEnded(id, thrown);
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return "redirect:" + TaskFormPages.address(id);
        }
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        return tooLate(id, typed, person);
    }

    private void mustHaveEnded(String id, RuntimeException thrown) {
        if (engine.isThere(id)) {
            throw thrown;
        }
    }

    /** Whoever pressed the button twice has sent it already; anybody else finds what they typed. */
    String tooLate(String id, MultiValueMap<String, String> typed, Person person) {
        String address = TaskFormPages.address(id);
        boolean twice = way.closed(id, person)
                .filter(TaskWay.Closed::justDone)
                .filter(done -> sent.outcome(address, words(typed), person).isPresent())
                .isPresent();
        if (twice) {
            return "redirect:" + address + "/done";
        }
        desk.keepLeftOver(address, typed, person);
        return "redirect:" + address;
    }

    /** Before it is sent; false when the same words have just been taken. */
    boolean sends(String id, MultiValueMap<String, String> typed, Person person) {
        String address = TaskFormPages.address(id);
        while (!sent.isFirst(address, words(typed), person)) {
            if (sent.outcome(address, words(typed), person).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** It was taken: whoever sent other words at the same moment must not be told that theirs were. */
    void taken(String id, MultiValueMap<String, String> typed, Person person) {
        sent.began(TaskFormPages.address(id), words(typed), person, TAKEN);
    }

    /** It was not taken, and is kept like anything else that is typed. */
    void refused(String id, MultiValueMap<String, String> typed, Person person) {
        sent.refused(TaskFormPages.address(id), words(typed), person);
    }

    /** Why nothing is saved in the form any more; what was typed is kept beside it. */
    Refused refusal(String id, RuntimeException thrown, MultiValueMap<String, String> typed, Person person) {
        mustHaveEnded(id, thrown);
        desk.keepLeftOver(TaskFormPages.address(id), typed, person);
        return new Refused(way.closed(id, person).map(TaskWay.Closed::text).orElse(""));
    }

    private static String words(MultiValueMap<String, String> typed) {
        Map<String, Object> words = new TreeMap<>(typed);
        words.keySet().removeAll(OF_THE_PAGE);
        return words.toString();
    }
}
