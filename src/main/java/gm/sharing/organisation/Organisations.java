package gm.sharing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored organisations. */
interface Organisations extends Repository<Organisation, String> {

    Organisation save(Organisation organisation);

    boolean existsByCode(String code);

    boolean existsByName(String name);

    Optional<Organisation> findById(String code);

    /** Two columns instead of organisations with their members. */
    List<Name> findNamesByCodeIn(Collection<String> codes);

    /** What an organisation is called. */
    record Name(String code, String name) {}

    List<Organisation> findAllByOrderByName();

    @Query("select o from Organisation o join o.members m where m = :member order by o.name")
    List<Organisation> findByMember(OrganisationCode member);

    List<Organisation> findByActedForByOrderByName(OrganisationCode actingOrganisation);
}
