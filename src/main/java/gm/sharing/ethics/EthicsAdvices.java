package gm.sharing.ethics;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EthicsAdvices extends Repository<StoredEthicsAdvice, Long> {

    StoredEthicsAdvice save(StoredEthicsAdvice advice);

    Optional<StoredEthicsAdvice> findFirstByProjectOrderByIdDesc(String project);
}
