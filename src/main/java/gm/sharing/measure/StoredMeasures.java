package gm.sharing.measure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored measures. They are never removed. */
interface StoredMeasures extends Repository<Measure, Long> {

    Measure save(Measure measure);

    Optional<Measure> findById(long id);

    List<Measure> findByProjectOrderById(String project);

    List<Measure> findByProjectInOrOwnerIn(Collection<String> projects, Collection<String> owners);
}
