package gm.sharing.measure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored measures. They are never removed. */
interface StoredMeasures extends Repository<Measure, Long>, JpaSpecificationExecutor<Measure> {

    Measure save(Measure measure);

    Optional<Measure> findById(long id);

    List<Measure> findByProjectOrderById(String project);

    @Query(
            """
            select distinct new gm.sharing.measure.StoredMeasures$Owner(measure.owner, measure.ownerName)
            from Measure measure where :every = true or measure.project in :projects or measure.owner in :owners
            order by measure.ownerName""")
    List<Owner> findOwners(boolean every, Collection<String> projects, Collection<String> owners);

    /** Who sees to measures: how they are known, and their name. */
    record Owner(String owner, String name) {}
}
