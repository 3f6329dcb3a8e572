package gm.sharing.mandate;

import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored mandates. */
interface StoredMandates extends JpaRepository<Mandate, Long> {

    List<Mandate> findByOrganisationOrderByIdDesc(OrganisationCode organisation);

    Optional<Mandate> findByIdAndOrganisation(long id, OrganisationCode organisation);

    List<Mandate> findByEndedBecauseIsNullOrderById();

    List<Mandate> findByOrganisationAndEndedBecauseIsNullOrderByLastDayDescIdDesc(OrganisationCode organisation);
}
