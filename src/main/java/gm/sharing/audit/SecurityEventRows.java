package gm.sharing.audit;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored security events. They can be added and read, and nothing else. */
interface SecurityEventRows extends Repository<SecurityEventRow, Long> {

    SecurityEventRow save(SecurityEventRow row);

    /** An empty word matches everything. */
    @Query(
            """
            select e from SecurityEventRow e
            where (:who = '' or e.who = :who) and (:type = '' or e.type = :type)
              and e.happenedAt >= :from and e.happenedAt < :until
            order by e.id desc""")
    Page<SecurityEventRow> find(String who, String type, Instant from, Instant until, Pageable page);

    @Query("select distinct e.type from SecurityEventRow e order by e.type")
    List<String> types();
}
