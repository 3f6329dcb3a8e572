package gm.sharing.workflow.gate.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what was found out, at most so much of it: what nobody asked for longest gives way, and nothing else does. */
public final class Remembered<K, V> {

    private final Map<K, V> known;

    /** @param most how many answers are kept */
    public Remembered(int most) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is not known is found out while others may ask; two who ask for it at once may both find it out. */
    public V of(K asked, Function<K, V> findOut) {
        synchronized (known) {
            V answer = known.get(asked);
            if (answer != null) {
                return answer;
            }
        }
        V found = findOut.apply(asked);
        synchronized (known) {
            known.put(asked, found);
        }
        return found;
    }
}
