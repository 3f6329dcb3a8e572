package gm.sharing.audit;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored events. They can be added and read, and nothing else. */
interface EventRows extends Repository<EventRow, Long> {

    EventRow save(EventRow row);

    List<EventRow> findByReferenceOrderById(String reference);

    List<EventRow> findByReferenceAndForWhomOrderByIdDesc(String reference, OrganisationCode forWhom, Limit most);

    @Query(
            """
            select new gm.sharing.audit.EventCount(e.forWhom, e.type, count(e)) from EventRow e
            where e.reference = :reference and e.happenedAt <= :until group by e.forWhom, e.type""")
    List<EventCount> count(String reference, Instant until);

    @Query(
            """
            select e from EventRow e
            where e.reference = :reference and e.happenedAt <= :until and e.type in :types
              and ((e.forWhom is null and :ofEverybody = true) or e.forWhom in :organisations)
              and (e.type <> :kept or e.forWhom in :own)
            order by e.id desc""")
    List<EventRow> find(
            String reference,
            Instant until,
            Collection<String> types,
            boolean ofEverybody,
            Collection<OrganisationCode> organisations,
            String kept,
            Collection<OrganisationCode> own,
            Pageable page);

    @Query("select distinct e.who from EventRow e where e.reference = :reference and e.type in :types")
    Set<String> findWho(String reference, Collection<String> types);
}
