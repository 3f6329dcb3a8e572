package gm.sharing.notification;

import gm.sharing.organisation.People;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox. What is told is written in the caller's transaction and leaves by email after it commits. */
@Service
@Transactional
public class Notices {

    private final Outbox outbox;
    private final Sending sending;
    private final DailyLetters daily;
    private final People people;
    private final Clock clock;

    Notices(Outbox outbox, Sending sending, DailyLetters daily, People people, Clock clock) {
        this.outbox = outbox;
        this.sending = sending;
        this.daily = daily;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Tells each person among the recipients once, however often it is called for the same thing.
     *
     * @return the groups among them in which nobody is
     */
    public Set<String> tell(Notice notice, Collection<? extends Recipient> recipients) {
        Set<String> empty = new LinkedHashSet<>();
        // Always in the same order: two transactions that tell the same people must not wait for each other.
        List<String> people = recipients.stream()
                .flatMap(recipient -> ids(recipient, empty))
                .distinct()
                .sorted()
                .toList();
        Instant now = clock.instant();
        Instant next = daily.next(now);
        Set<String> choosers = notice.waiting().mayWaitFor(next) ? daily.choosers(people) : Set.of();
        sending.afterCommit(
                outbox.add(
                        notice,
                        people.stream()
                                .filter(person -> !choosers.contains(person))
                                .toList(),
                        now),
                now);
        if (!choosers.isEmpty()) {
            sending.at(
                    outbox.hold(
                            notice, people.stream().filter(choosers::contains).toList(), now, next),
                    next);
        }
        return empty;
    }

    private Stream<String> ids(Recipient recipient, Set<String> empty) {
        if (recipient instanceof Recipient.Group group) {
            Set<String> ids = people.idsIn(group.group());
            if (ids.isEmpty()) {
                empty.add(group.group());
            }
            return ids.stream();
        }
        return Stream.of(((Recipient.Individual) recipient).id());
    }
}
