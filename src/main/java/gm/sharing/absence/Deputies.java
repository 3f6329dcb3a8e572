package gm.sharing.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /**
     * The absences of others in which this person acts today: as their deputy, or as the deputy of a deputy who is away as
     * well, however many these are. Nobody comes twice where deputies go round in a circle.
     */
    public List<Absence> placesTakenBy(String person) {
        List<Absence> places = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(person));
        Deque<String> asked = new ArrayDeque<>(seen);
        while (!asked.isEmpty()) {
            absences.findByDeputyOn(asked.remove(), today()).stream()
                    .filter(absence -> seen.add(absence.person()))
                    .forEach(absence -> {
                        places.add(absence);
                        asked.add(absence.person());
                    });
        }
        return places;
    }

    /** The ids of those who act today for any of these people, with the deputies of deputies who are away as well. */
    public Set<String> actingFor(Collection<String> people) {
        Set<String> acting = new LinkedHashSet<>();
        Collection<String> asked = people;
        while (!asked.isEmpty()) {
            asked = amongThoseAway(asked).stream()
                    .map(Absence::deputy)
                    .filter(deputy -> !people.contains(deputy) && acting.add(deputy))
                    .toList();
        }
        return acting;
    }

    /** The absences, today, of these people. */
    public List<Absence> amongThoseAway(Collection<String> people) {
        return people.isEmpty() ? List.of() : absences.findByPeopleOn(people, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
