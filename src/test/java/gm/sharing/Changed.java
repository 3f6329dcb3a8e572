package gm.sharing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of records in which a test changes what matters to it, by the names of the components. */
public final class Changed {

    private Changed() {}

    /**
     * The same record with other answers.
     *
     * @param changes names and values in turn
     * @throws IllegalArgumentException when the record has no component with a name, or the value is of another type
     */
    public static <R extends Record> R changed(R record, @Nullable Object... changes) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            values.put((String) changes[i], changes[i + 1]);
        }
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        try {
            RecordComponent[] components = type.getRecordComponents();
            @Nullable Object[] all = new Object[components.length];
            for (int i = 0; i < all.length; i++) {
                String name = components[i].getName();
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                all[i] = values.containsKey(name) ? values.remove(name) : accessor.invoke(record);
            }
            if (!values.isEmpty()) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no " + values.keySet());
            }
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(all);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
