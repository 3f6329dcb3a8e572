package gm.sharing.standing;

import gm.sharing.organisation.OrganisationCode;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** What was kept. It can be added and read, and nothing else. */
interface StoredConditions extends Repository<KeptConditions, Long> {

    KeptConditions save(KeptConditions kept);

    List<KeptConditions> findByProjectAndOrganisationInOrderByIdDesc(
            String project, Collection<OrganisationCode> organisations);
}
