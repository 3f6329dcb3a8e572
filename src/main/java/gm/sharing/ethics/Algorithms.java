package gm.sharing.ethics;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Algorithms extends Repository<StoredAlgorithm, String> {

    StoredAlgorithm save(StoredAlgorithm algorithm);

    Optional<StoredAlgorithm> findById(String project);

    List<StoredAlgorithm> findAll();
}
