package gm.sharing.work;

/** The lists of work, in the order of the page. */
enum WorkList {
    /** What waits for the person or an office of the person. */
    OWN(WorkOrder.DUE),
    /** What the projects that the person leads wait for. */
    PROJECTS(WorkOrder.SINCE),
    /** What colleagues have taken in the offices that the person holds too. */
    COLLEAGUES(WorkOrder.SINCE);

    private final WorkOrder usualOrder;

    WorkList(WorkOrder usualOrder) {
        this.usualOrder = usualOrder;
    }

    WorkOrder usualOrder() {
        return usualOrder;
    }
}
