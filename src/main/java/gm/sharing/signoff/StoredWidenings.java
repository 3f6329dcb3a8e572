package gm.sharing.signoff;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored widenings. */
interface StoredWidenings extends Repository<Widening, Long> {

    Widening save(Widening widening);

    Optional<Widening> findByProjectAndAgreedVersion(String project, String agreedVersion);
}
