package gm.sharing.audit;

import gm.sharing.organisation.ActingPerson;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps an event row for every change of state. Rows are added in the caller's transaction and never changed. */
@Service
@Transactional
public class AuditTrail {

    private static final String ASKED = AuditTrail.class.getName() + ".asked";

    private final EventRows rows;
    private final Clock clock;
    private final ObjectProvider<People> people;

    AuditTrail(EventRows rows, Clock clock, ObjectProvider<People> people) {
        this.people = people;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Records an event that everybody concerned with the project may read.
     *
     * @param reference the project's reference
     * @param who the person's id, or {@link Event#SYSTEM}
     * @param type stable name for machines, for example {@code agreement.published}
     * @param what one sentence in plain English; holds no notes that belong to one organisation alone
     */
    public void record(String reference, String who, String type, String what) {
        add(reference, who, type, what, null);
    }

    /** Records an event that only the named organisation, the lead organisation and the Board may read. */
    public void record(String reference, String who, String type, String what, OrganisationCode forWhom) {
        add(reference, who, type, what, forWhom);
    }

    /** The project's events, oldest first. */
    @Transactional(readOnly = true)
    public List<Event> of(String reference) {
        return rows.findByReferenceOrderById(reference).stream()
                .map(EventRow::event)
                .toList();
    }

    /** How many events there were until then, by the organisation that they concern and by their type. */
    @Transactional(readOnly = true)
    public List<EventCount> count(String reference, Instant until) {
        return rows.count(reference, until);
    }

    /** A page of the project's events, the newest first. */
    @Transactional(readOnly = true)
    public List<Event> find(EventQuery query, Pageable page) {
        return !query.findsAnything()
                ? List.of()
                : rows
                        .find(
                                query.reference(),
                                query.until(),
                                query.types(),
                                query.ofEverybody(),
                                query.organisations(),
                                query.kept(),
                                query.own(),
                                page)
                        .stream()
                        .map(EventRow::event)
                        .toList();
    }

    /** The newest of what happened under this reference to one organisation, the newest first. */
    @Transactional(readOnly = true)
    public List<Event> latest(String reference, OrganisationCode forWhom, int most) {
        return rows.findByReferenceAndForWhomOrderByIdDesc(reference, forWhom, Limit.of(most)).stream()
                .map(EventRow::event)
                .toList();
    }

    /** The ids of the people who did something of one of these types in the project. */
    @Transactional(readOnly = true)
    public Set<String> whoDid(String reference, Collection<String> types) {
        return rows.findWho(reference, types);
    }

    private void add(String reference, String who, String type, String what, @Nullable OrganisationCode forWhom) {
        Person person = person(who);
        rows.save(new EventRow(new Event(
                clock.instant(),
                reference,
                who,
                person == null ? null : person.name(),
                person == null ? List.of() : HeldRole.of(person),
                type,
                what,
                forWhom)));
    }

    /** As already read for the request or command; what goes on in the background asks once in a transaction. */
    private @Nullable Person person(String who) {
        if (who.equals(Event.SYSTEM)) {
            return null;
        }
        return ActingPerson.known(who)
                .or(() -> asked().computeIfAbsent(who, this::ask))
                .orElse(null);
    }

    private Optional<Person> ask(String who) {
        return Optional.ofNullable(people.getIfAvailable()).flatMap(known -> known.find(who));
    }

    /** Who was asked for in the transaction at hand, until it ends. */
    @SuppressWarnings("unchecked")
    private static Map<String, Optional<Person>> asked() {
        Map<String, Optional<Person>> asked =
                (Map<String, Optional<Person>>) TransactionSynchronizationManager.getResource(ASKED);
        if (asked != null) {
            return asked;
        }
        Map<String, Optional<Person>> none = new HashMap<>();
        TransactionSynchronizationManager.bindResource(ASKED, none);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(ASKED);
            }
        });
        return none;
    }
}
