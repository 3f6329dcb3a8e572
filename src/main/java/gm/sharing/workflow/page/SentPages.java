package gm.sharing.workflow.page;

import gm.sharing.organisation.Person;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * The pages that people sent to this node last, by their digests: whoever presses a button twice sends the same words again, whoever
 * sends other words would lose them. A page that went to another node counts as one with other words.
 */
@Component
class SentPages {

    private static final int MOST = 1000;

    /** Made anew for each page, also of the same words. */
    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "draft");

    private final Set<String> sent = Collections.newSetFromMap(Collections.synchronizedMap(new Last()));

    private static final class Last extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }

    void add(String task, MultiValueMap<String, String> typed, Person person) {
        sent.add(key(task, typed, person));
    }

    boolean has(String task, MultiValueMap<String, String> typed, Person person) {
        return sent.contains(key(task, typed, person));
    }

    private static String key(String task, MultiValueMap<String, String> typed, Person person) {
        Map<String, Object> words = new TreeMap<>(typed);
        words.keySet().removeAll(OF_THE_PAGE);
        return task + " " + words.hashCode() + " " + person.id();
    }
}
