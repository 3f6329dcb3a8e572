package gm.sharing.audit;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The stored events. They can be added and read, and nothing else. */
interface EventRows extends Repository<EventRow, Long> {

    EventRow save(EventRow row);

    List<EventRow> findByReferenceOrderById(String reference);
}
