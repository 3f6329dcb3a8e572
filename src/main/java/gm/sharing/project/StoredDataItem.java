package gm.sharing.project;

import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * A data item as the database keeps it.
 *
 * @param kind "code|identifiability"; words alone when a form of before had an owner's own
 */
@Embeddable
record StoredDataItem(String name, String kind) {

    private static final char SEPARATOR = '|';

    static StoredDataItem of(DataItem item) {
        return new StoredDataItem(
                item.name(), item.kind() + SEPARATOR + item.identifiability().code());
    }

    DataItem item() {
        int end = kind.lastIndexOf(SEPARATOR);
        if (end < 0) {
            return new DataItem(name, kind);
        }
        String code = kind.substring(end + 1);
        Identifiability identifiability = List.of(Identifiability.values()).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The data item " + name + " is neither identifiable, nor"
                        + " pseudonymised, nor anonymous, but " + code));
        return new DataItem(name, kind.substring(0, end), identifiability);
    }
}
