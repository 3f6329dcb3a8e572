package gm.sharing.organisation;

import jakarta.persistence.QueryHint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The stored organisations. */
interface Organisations extends Repository<Organisation, String> {

    Organisation save(Organisation organisation);

    boolean existsByCode(String code);

    boolean existsByName(String name);

    void flush();

    Optional<Organisation> findById(String code);

    /** Two columns instead of organisations with their members. */
    List<Name> findNamesByCodeIn(Collection<String> codes);

    /** What an organisation is called. */
    record Name(String code, String name) {}

    List<Organisation> findAllByOrderByName();

    /** Two statements for a page, however many organisations there are. */
    @Query(
            """
            select new gm.sharing.organisation.ListedOrganisation(o.code, o.name, o.sector, o.legalEntity)
            from Organisation o
            where (:all = true or o.code in :among)
              and (lower(o.name) like :pattern escape '\\' or lower(o.legalName) like :pattern escape '\\'
                or o.code like :pattern escape '\\'
                or exists (select 1 from Organisation p join p.formerNames f
                  where p.code = o.code and (lower(f.name) like :pattern escape '\\' or lower(f.legalName) like :pattern escape '\\')))
            order by o.name""")
    Page<ListedOrganisation> search(boolean all, Collection<String> among, String pattern, Pageable page);

    /** The same among those that are part of no other one. */
    @Query(
            """
            select new gm.sharing.organisation.ListedOrganisation(o.code, o.name, o.sector, o.legalEntity)
            from Organisation o
            where o.succession.to is null and (:partnerships = true or o.legalEntity = true)
              and (lower(o.name) like :pattern escape '\\' or lower(o.legalName) like :pattern escape '\\'
                or o.code like :pattern escape '\\'
                or exists (select 1 from Organisation p join p.formerNames f
                  where p.code = o.code and (lower(f.name) like :pattern escape '\\' or lower(f.legalName) like :pattern escape '\\')))
            order by o.name""")
    Page<ListedOrganisation> searchThere(boolean partnerships, String pattern, Pageable page);

    List<Organisation> findByCodeIn(Collection<String> codes);

    /** Whoever ends one writes it at once: an import that asks for each of its people would look through all that it read. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
    @Query("select o from Organisation o where o.code in :codes and o.succession.since is not null")
    List<Organisation> findEndedByCodeIn(Collection<String> codes);

    @Query("select o.code as code, o.name as name from Organisation o")
    List<Before> findEveryName();

    @Query("select o.code as code, f.name as name from Organisation o join o.formerNames f")
    List<Before> findEveryFormerName();

    @Query("select o.code as code, o.legalName as name from Organisation o where o.legalName is not null")
    List<Before> findEveryLegalName();

    @Query(
            "select o.code as code, f.legalName as name from Organisation o join o.formerNames f where f.legalName is not null")
    List<Before> findEveryFormerLegalName();

    /** What these were called before, the latest first. */
    @Query(
            """
            select o.code as code, f.name as name
            from Organisation o join o.formerNames f where o.code in :codes order by f.until desc""")
    List<Before> findFormerNames(Collection<String> codes);

    /** A name of an organisation. */
    interface Before {

        String getCode();

        String getName();
    }

    @Query("select o from Organisation o join o.members m where m = :member order by o.name")
    List<Organisation> findByMember(OrganisationCode member);

    List<Organisation> findByActedForByOrderByName(OrganisationCode actingOrganisation);
}
