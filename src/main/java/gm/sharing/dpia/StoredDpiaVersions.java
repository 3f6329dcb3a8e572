package gm.sharing.dpia;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The stored versions. They can be added and read, and nothing else. */
interface StoredDpiaVersions extends Repository<DpiaVersion, Long> {

    DpiaVersion save(DpiaVersion version);

    List<DpiaVersion> findByReferenceOrderByNumberDesc(String reference);
}
