package gm.sharing.measure;

import org.springframework.data.domain.Sort;

/** What comes first in a list of measures. */
public enum MeasureOrder {
    /** What is to be done first; OPEN is the last of the states by name. */
    DUE,
    /** By the reference of the project. */
    PROJECT,
    /** By the name of whoever sees to it. */
    OWNER;

    Sort sort() {
        Sort due = Sort.by(Sort.Order.desc("status"), Sort.Order.asc("due"), Sort.Order.asc("id"));
        return switch (this) {
            case DUE -> due;
            case PROJECT -> Sort.by("project").and(due);
            case OWNER -> Sort.by("ownerName").and(due);
        };
    }
}
