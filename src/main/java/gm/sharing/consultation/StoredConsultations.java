package gm.sharing.consultation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StoredConsultations extends Repository<PriorConsultation, Long> {

    PriorConsultation save(PriorConsultation consultation);

    Optional<PriorConsultation> findFirstByProjectOrderByNumberDesc(String project);

    List<PriorConsultation> findByProjectOrderByNumber(String project);
}
