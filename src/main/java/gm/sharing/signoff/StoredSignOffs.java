package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The stored sign-offs. */
interface StoredSignOffs extends JpaRepository<SignOff, Long> {

    /** With all that was said, in one statement: there is little of it for one partner. */
    String WHOLE =
            """
            select signOff from SignOff signOff
            left join fetch signOff.statements.said left join fetch signOff.statements.conditions
            left join fetch signOff.statements.comments left join fetch signOff.questions.asked
            left join fetch signOff.delay.moreTime left join fetch signOff.delay.byBoard
            """;

    @Query(
            WHOLE
                    + """
            where signOff.project = :project and signOff.round = :round and signOff.partner = :partner""")
    Optional<SignOff> findByProjectAndRoundAndPartner(String project, int round, OrganisationCode partner);

    List<SignOff> findByProjectAndRoundOrderByPartner(String project, int round);

    /** Asked again at the end of each partner's sign-off, so it reads nothing of what the partners said. */
    @Query(
            """
            select count(decided) > 0 from SignOff decided join decided.delay.byBoard decision
            where decided.project = :project and decided.round = :round and decision.decision = :choice""")
    boolean existsDecided(String project, int round, StalledDecision.Choice choice);

    /** Waits for decisions that are just being made, and lets no other be made until the caller's transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<SignOff> findLockedByProjectAndRoundOrderByPartner(String project, int round);

    /** As {@link #findLockedByProjectAndRoundOrderByPartner}, for all rounds of the project. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<SignOff> findLockedByProjectOrderByRoundAscPartnerAsc(String project);

    /** Of all rounds. */
    @Query(WHOLE
            + """
            where signOff.project = :project and signOff.partner = :partner order by signOff.round""")
    List<SignOff> findByProjectAndPartnerOrderByRound(String project, OrganisationCode partner);

    List<SignOff> findByProjectOrderByRoundAscPartnerAsc(String project);

    /** Of the latest round of each project, without any words. */
    @Query(
            """
            select new gm.sharing.signoff.SignaturesSoFar$Said(
              signOff.project, signOff.id, signOff.asking.signatories, said.step, said.decision)
            from SignOff signOff left join signOff.statements.said said
            where signOff.project in :projects
            and signOff.round = (select max(latest.number) from Round latest where latest.project = signOff.project)""")
    List<SignaturesSoFar.Said> findSaidInLatestRounds(Collection<String> projects);
}
