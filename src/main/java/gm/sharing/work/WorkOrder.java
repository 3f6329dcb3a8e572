package gm.sharing.work;

/** What comes first in a list of work. */
public enum WorkOrder {
    /** What is due first; what has no date comes last. */
    DUE,
    /** What has waited longest. */
    SINCE,
    /** By the title of the project; what is about none comes last. */
    PROJECT
}
