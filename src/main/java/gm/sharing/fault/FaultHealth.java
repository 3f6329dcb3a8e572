package gm.sharing.fault;

import gm.sharing.StartFindings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells administrators of open faults. The node is up all the same: a load balancer must not send people elsewhere for them. */
@Component("faultsHealthIndicator")
class FaultHealth implements HealthIndicator {

    private static final int SHOWN = 20;

    private final Faults faults;
    private final StartFindings start;

    FaultHealth(Faults faults, StartFindings start) {
        this.faults = faults;
        this.start = start;
    }

    @Override
    public Health health() {
        List<OpenFault> open = faults.open(true);
        Map<String, Object> numbers = new LinkedHashMap<>();
        Map<FaultKind, Long> byKind =
                open.stream().collect(Collectors.groupingBy(OpenFault::kind, Collectors.counting()));
        Arrays.stream(FaultKind.values())
                .filter(byKind::containsKey)
                .forEach(kind -> numbers.put(kind.heading(), byKind.get(kind)));
        return Health.up()
                .withDetail("open", numbers)
                .withDetail(
                        "first",
                        // What stops journeys before what can wait.
                        open.stream()
                                .sorted(Comparator.comparing(OpenFault::kind))
                                .limit(SHOWN)
                                .map(fault -> fault.place() + ": " + fault.cause())
                                .toList())
                .withDetail(
                        "leftOutAtThisStart",
                        start.all().stream().map(StartFindings.Finding::what).toList())
                .build();
    }
}
