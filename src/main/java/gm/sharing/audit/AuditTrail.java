package gm.sharing.audit;

import gm.sharing.organisation.OrganisationCode;
import java.util.List;

/** Keeps an event row for every change of state. Rows are added in the caller's transaction and never changed. */
public interface AuditTrail {

    /**
     * Records an event that everybody concerned with the project may read.
     *
     * @param reference the project's reference
     * @param who the person's id, or {@link Event#SYSTEM}
     * @param type stable name for machines, for example {@code agreement.published}
     * @param what one sentence in plain English; holds no notes that belong to one organisation alone
     */
    void record(String reference, String who, String type, String what);

    /** Records an event that only the named organisation, the lead organisation and the Board may read. */
    void record(String reference, String who, String type, String what, OrganisationCode forWhom);

    /** The project's events, oldest first. */
    List<Event> of(String reference);
}
