package gm.sharing.agreement;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored versions. They can be added and read, and nothing else. */
interface StoredVersions extends Repository<AgreementVersion, Long> {

    AgreementVersion save(AgreementVersion version);

    List<AgreementVersion> findByReferenceOrderByOrdinal(String reference);

    Optional<AgreementVersion> findFirstByReferenceOrderByOrdinalDesc(String reference);

    /** Without the version's content, which is long. */
    @Query("select max(version.ordinal) from AgreementVersion version where version.reference = :reference")
    Optional<Integer> findNewestOrdinal(String reference);
}
