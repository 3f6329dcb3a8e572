package gm.sharing.dpia;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StoredDpias extends Repository<Dpia, String> {

    Dpia save(Dpia dpia);

    Optional<Dpia> findById(String reference);
}
