package gm.sharing.workflow.model;

import gm.sharing.workflow.model.Models.Journey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models and tables as they are shipped, for whoever reads each of them. */
abstract class ModelsOfTheApplication {

    static final String SEND_NOTICE = "gm.sharing.send-notice";

    static Stream<Journey> journeys() {
        return Models.journeys();
    }

    static List<String> forms(Journey journey) {
        List<String> forms = new ArrayList<>();
        all(journey, UserTask.class).forEach(task -> forms.add(task.getCamundaFormRef()));
        all(journey, StartEvent.class).stream()
                .map(StartEvent::getCamundaFormRef)
                .filter(Objects::nonNull)
                .forEach(forms::add);
        return forms;
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    static <E extends BaseElement> List<String> ids(Collection<E> elements, Predicate<E> which) {
        return elements.stream().filter(which).map(BaseElement::getId).toList();
    }

    static <E extends ModelElementInstance> Collection<E> all(Journey journey, Class<E> type) {
        return journey.model().getModelElementsByType(type);
    }
}
