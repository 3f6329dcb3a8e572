package gm.sharing.project;

import gm.sharing.code.Coded;
import jakarta.persistence.Embeddable;

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
        return new DataItem(name, kind.substring(0, end), Coded.of(Identifiability.class, kind.substring(end + 1)));
    }
}
