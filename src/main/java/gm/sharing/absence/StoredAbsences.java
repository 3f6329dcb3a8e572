package gm.sharing.absence;

import jakarta.persistence.QueryHint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The stored absences. */
interface StoredAbsences extends Repository<Absence, Long> {

    /** What is asked with every notice and every sign-in does not compare all that the transaction has read before. */
    String WITHOUT_FLUSH = "COMMIT";

    Absence saveAndFlush(Absence absence);

    Optional<Absence> findById(long id);

    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = WITHOUT_FLUSH))
    @Query("select a from Absence a where a.deputy = :deputy and a.endedAt is null"
            + " and a.firstDay <= :day and a.lastDay >= :day order by a.id")
    List<Absence> findByDeputyOn(String deputy, LocalDate day);

    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = WITHOUT_FLUSH))
    @Query("select a from Absence a where a.person in :people and a.endedAt is null"
            + " and a.firstDay <= :day and a.lastDay >= :day order by a.id")
    List<Absence> findByPeopleOn(Collection<String> people, LocalDate day);

    @Query("select a from Absence a where a.person = :person and a.endedAt is null and a.lastDay >= :day"
            + " order by a.firstDay")
    List<Absence> findByPersonFrom(String person, LocalDate day);

    @Query("select a from Absence a where a.deputy = :deputy and a.endedAt is null and a.lastDay >= :day"
            + " order by a.firstDay")
    List<Absence> findByDeputyFrom(String deputy, LocalDate day);
}
