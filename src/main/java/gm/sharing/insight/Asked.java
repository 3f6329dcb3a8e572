package gm.sharing.insight;

import gm.sharing.organisation.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see.
 *
 * @param kind of organisation; null for all
 * @param change the version of a process before and after which times are compared; null for none
 */
record Asked(Period period, @Nullable Sector kind, ModelVersions.@Nullable Version change) {

    /** The kind for the database; empty for all. */
    String kindStored() {
        return kind == null ? "" : kind.name();
    }

    boolean isOf(@Nullable Sector other) {
        return kind == null || kind == other;
    }
}
