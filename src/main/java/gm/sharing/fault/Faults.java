package gm.sharing.fault;

import gm.sharing.Dates;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.organisation.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is wrong until it is settled, and tells those whom it concerns once for each fault: administrators of everything,
 * process owners of what is about models.
 */
@Service
@Transactional
public class Faults {

    /** How long something may be tried again by itself before people are told. */
    static final Duration LASTS = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private final FaultRows rows;
    private final Notices notices;
    private final Clock clock;

    Faults(FaultRows rows, Notices notices, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.clock = clock;
    }

    /** Says that something is wrong, in the caller's transaction; what is open already stays as it is. */
    public void report(Fault fault) {
        Optional<OpenFault> open = rows.open(fault.about());
        if (open.isEmpty()) {
            LOG.warn("Fault at {}. Cause: {} Next step: {}", fault.place(), fault.cause(), fault.nextStep());
            rows.add(fault);
            open = rows.open(fault.about());
        } else if (!open.get().cause().equals(fault.cause())
                || !open.get().place().equals(fault.place())) {
            rows.renew(open.get().id(), fault);
        }
        open.filter(one -> one.told() == null && isToBeTold(fault, one.since()))
                .ifPresent(one -> tell(one.id(), fault, one.since()));
    }

    /** These are all faults of their kinds: what was open and is not among them is settled. */
    public void areNow(Set<FaultKind> kinds, Collection<Fault> faults) {
        Set<String> about = faults.stream().map(Fault::about).collect(Collectors.toSet());
        rows.open(kinds).stream()
                .filter(open -> !about.contains(open.about()))
                .forEach(open -> rows.settle(open.id(), clock.instant()));
        faults.forEach(this::report);
    }

    /** It is over. */
    public void settle(String about) {
        rows.open(about).ifPresent(open -> rows.settle(open.id(), clock.instant()));
    }

    /** What names the open faults of a kind. */
    @Transactional(readOnly = true)
    public List<String> openOnes(FaultKind kind) {
        return rows.open(Set.of(kind)).stream().map(OpenFault::about).toList();
    }

    /** Open faults that the reader is concerned by, oldest first. */
    @Transactional(readOnly = true)
    List<OpenFault> open(boolean everything) {
        return rows.open(kinds(everything));
    }

    @Transactional(readOnly = true)
    List<OpenFault> settledLately(boolean everything) {
        return rows.settledSince(clock.instant().minus(Duration.ofDays(30)), kinds(everything));
    }

    /** Somebody says that it is over; of faults that settle themselves nothing happens. */
    void settleByHand(long id, boolean everything) {
        open(everything).stream()
                .filter(open -> open.id() == id && open.kind().settledByHand())
                .forEach(open -> rows.settle(id, clock.instant()));
    }

    private static List<FaultKind> kinds(boolean everything) {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> everything || kind.aboutModels())
                .toList();
    }

    private boolean isToBeTold(Fault fault, Instant since) {
        return switch (fault.tell()) {
            case AT_ONCE -> true;
            case WHEN_IT_LASTS -> !since.plus(LASTS).isAfter(clock.instant());
            case NEVER -> false;
        };
    }

    private void tell(long id, Fault fault, Instant since) {
        String project = fault.reference().isEmpty() ? "" : "Project: " + fault.reference() + "\n\n";
        notices.tell(
                new Notice(
                        "fault:" + id,
                        fault.reference(),
                        "Fault: " + fault.place(),
                        """
                        %sWhere: %s

                        Since: %s

                        Cause: %s

                        What to do: %s"""
                                .formatted(
                                        project, fault.place(), Dates.moment(since), fault.cause(), fault.nextStep()),
                        "/faults#fault-" + id),
                Stream.concat(
                                Stream.of(Role.ADMINISTRATOR),
                                fault.kind().aboutModels() ? Stream.of(Role.PROCESS_OWNER) : Stream.empty())
                        .map(role -> new Recipient.Group(role.group()))
                        .toList());
        rows.told(id, clock.instant());
    }
}
