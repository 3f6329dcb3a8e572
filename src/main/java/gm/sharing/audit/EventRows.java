package gm.sharing.audit;

import gm.sharing.organisation.OrganisationCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored events. They can be added and read, and nothing else. */
interface EventRows extends Repository<EventRow, Long> {

    EventRow save(EventRow row);

    List<EventRow> findByReferenceOrderById(String reference);

    List<EventRow> findByReferenceAndForWhomOrderByIdDesc(String reference, OrganisationCode forWhom, Limit most);

    @Query("select distinct e.who from EventRow e where e.reference = :reference and e.type in :types")
    Set<String> findWho(String reference, Collection<String> types);
}
