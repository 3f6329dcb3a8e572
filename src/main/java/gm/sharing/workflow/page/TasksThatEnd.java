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
    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "draft");

    private final TaskWay way;
    private final FormDesk desk;
    private final SentForms sent;

    TasksThatEnd(TaskWay way, FormDesk desk, SentForms sent) {
        this.sent = sent;
        this.way = way;
        this.desk = desk;
    }

    /** The task was there a moment ago. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @ExceptionHandler({ProcessEngineException.class, Ended.class})
    String ended(RuntimeException thrown, HttpServletRequest request, Person person) {
        var place = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String id = String.valueOf(place.get("id"));
        TaskWay.Closed ended = ended(id, thrown, person);
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return "redirect:" + TaskFormPages.address(id);
        }
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        return tooLate(id, ended, typed, person);
    }

    /** Whoever pressed the button twice has sent it already; anybody else finds what they typed. */
    String tooLate(String id, TaskWay.Closed ended, MultiValueMap<String, String> typed, Person person) {
        if (ended.justDone() && sent.wasSent(TaskFormPages.address(id), words(typed), person)) {
            return "redirect:" + TaskFormPages.address(id) + "/done";
        }
        desk.keepLeftOver(TaskFormPages.address(id), typed, person);
        return "redirect:" + TaskFormPages.address(id);
    }

    /** Before it is sent. */
    void sends(String id, MultiValueMap<String, String> typed, Person person) {
        sent.isFirst(TaskFormPages.address(id), words(typed), person);
    }

    /** Why nothing is saved in the form any more; what was typed is kept beside it. */
    Refused refusal(String id, RuntimeException thrown, MultiValueMap<String, String> typed, Person person) {
        TaskWay.Closed ended = ended(id, thrown, person);
        desk.keepLeftOver(TaskFormPages.address(id), typed, person);
        return new Refused(ended.text());
    }

    private static String words(MultiValueMap<String, String> typed) {
        Map<String, Object> words = new TreeMap<>(typed);
        words.keySet().removeAll(OF_THE_PAGE);
        return words.toString();
    }

    private TaskWay.Closed ended(String id, RuntimeException thrown, Person person) {
        return way.closed(id, person).filter(TaskWay.Closed::ended).orElseThrow(() -> thrown);
    }
}
