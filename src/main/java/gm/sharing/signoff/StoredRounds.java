package gm.sharing.signoff;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored rounds. */
interface StoredRounds extends Repository<Round, Long> {

    Round save(Round round);

    Optional<Round> findByProjectAndNumber(String project, int number);

    List<Round> findByProjectOrderByNumber(String project);
}
