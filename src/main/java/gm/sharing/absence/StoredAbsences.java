package gm.sharing.absence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored absences. */
interface StoredAbsences extends Repository<Absence, Long> {

    Absence saveAndFlush(Absence absence);

    Optional<Absence> findById(long id);

    @Query("select a from Absence a where a.deputy = :deputy and a.endedAt is null"
            + " and a.firstDay <= :day and a.lastDay >= :day order by a.id")
    List<Absence> findByDeputyOn(String deputy, LocalDate day);

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
