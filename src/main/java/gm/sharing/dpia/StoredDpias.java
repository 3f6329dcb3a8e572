package gm.sharing.dpia;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredDpias extends Repository<Dpia, String> {

    Dpia save(Dpia dpia);

    Optional<Dpia> findById(String reference);

    /** Reads nothing of what was assessed. */
    @Query(
            """
            select count(*) > 0 from Dpia dpia join dpia.register.risks risk
            where dpia.reference = :reference and dpia.conclusion.status = :status and risk.residualLevel = :level""")
    boolean existsWithRisk(String reference, DpiaStatus status, RiskLevel level);

    /** Waits for whoever changes the assessment at this moment, so that two people never overwrite each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select dpia from Dpia dpia where dpia.reference = :reference")
    Optional<Dpia> findToChange(String reference);
}
