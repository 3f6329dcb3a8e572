package gm.sharing.directory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The organisations that were asked for. They are never removed. */
interface StoredMissingOrganisations extends Repository<MissingOrganisation, Long> {

    MissingOrganisation save(MissingOrganisation missing);

    Optional<MissingOrganisation> findById(long id);

    List<MissingOrganisation> findByProjectOrderById(String project);

    /** Those with this name that wait for an answer. */
    List<MissingOrganisation> findByPlainNameAndOutcomeIsNullOrderById(String plainName);

    /** How many wait for an answer. */
    long countByOutcomeIsNull();
}
