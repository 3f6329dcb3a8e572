package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored sign-offs. */
interface StoredSignOffs extends JpaRepository<SignOff, Long> {

    Optional<SignOff> findByProjectAndRoundAndPartner(String project, int round, OrganisationCode partner);

    List<SignOff> findByProjectAndRoundOrderByPartner(String project, int round);

    List<SignOff> findByProjectOrderByRoundAscPartnerAsc(String project);
}
