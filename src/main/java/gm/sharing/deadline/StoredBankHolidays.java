package gm.sharing.deadline;

import jakarta.persistence.QueryHint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The stored bank holidays. */
interface StoredBankHolidays extends Repository<BankHoliday, LocalDate>, ProclaimedDays {

    /** Asked with every deadline, so it does not compare all that the transaction has read before. */
    @Override
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
    @Query("select b.day from BankHoliday b")
    Set<LocalDate> all();

    List<BankHoliday> findByDayGreaterThanEqualOrderByDay(LocalDate day);

    Optional<BankHoliday> findById(LocalDate day);

    BankHoliday saveAndFlush(BankHoliday bankHoliday);

    void delete(BankHoliday bankHoliday);
}
