package gm.sharing.workflow;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does the parts of a preparation. As a rule all are done in one transaction, as they come. When that fails, the preparation
 * begins again and each part is done in a transaction of its own, so that one that fails holds up no other.
 */
public interface Parts {

    /** One after the other; the first that fails ends the preparation. */
    Parts TOGETHER = new Parts() {
        @Override
        public <T> void each(Collection<T> items, Function<T, String> name, Consumer<T> work) {
            items.forEach(work);
        }
    };

    /**
     * Does the work for each of the items.
     *
     * @param name names the item in a report, for example "the group ig-bolton"
     */
    <T> void each(Collection<T> items, Function<T, String> name, Consumer<T> work);
}
