package gm.sharing.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes whose place today. */
@Service
@Transactional(readOnly = true)
public class Deputies {

    private final StoredAbsences absences;
    private final Clock clock;

    Deputies(StoredAbsences absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    /** The absences of others in which this person is the deputy today. */
    public List<Absence> placesTakenBy(String person) {
        return absences.findByDeputyOn(person, today());
    }

    /** The absences, today, of these people. */
    public List<Absence> amongThoseAway(Collection<String> people) {
        return people.isEmpty() ? List.of() : absences.findByPeopleOn(people, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
