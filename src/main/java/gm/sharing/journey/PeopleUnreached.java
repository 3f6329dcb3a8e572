package gm.sharing.journey;

import gm.sharing.notification.Notices;
import gm.sharing.organisation.Offices;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which of those who should have been told of a project could not be reached. */
@Component
class PeopleUnreached {

    private static final Words WORDS = Words.in("journey/record");

    private final Notices notices;
    private final People people;
    private final Offices offices;

    PeopleUnreached(Notices notices, People people, Offices offices) {
        this.notices = notices;
        this.people = people;
        this.offices = offices;
    }

    /** By role and organisation, for example “IG officer of Bolton Council”. */
    List<String> of(ProjectReference reference) {
        return notices.unreached(reference.value()).stream()
                .map(account -> people.find(account).map(offices::of).orElseGet(() -> WORDS.text("account-gone")))
                .map(who -> who.isEmpty() ? WORDS.text("without-a-role") : who)
                .distinct()
                .sorted()
                .toList();
    }
}
