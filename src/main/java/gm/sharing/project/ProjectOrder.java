package gm.sharing.project;

import org.springframework.data.domain.Sort;

/** What comes first in a list of projects. */
public enum ProjectOrder {
    NEWEST,
    OLDEST,
    /** By title, whatever letters are capitals. */
    TITLE;

    Sort sort() {
        return switch (this) {
            case NEWEST -> Sort.by(Sort.Order.desc("reference"));
            case OLDEST -> Sort.by(Sort.Order.asc("reference"));
            case TITLE -> Sort.by(Sort.Order.asc("proposal.title").ignoreCase(), Sort.Order.asc("reference"));
        };
    }
}
