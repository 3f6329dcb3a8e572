package gm.sharing.workflow;

import gm.sharing.StartFindings;
import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings what this start left out to the administrators' page. */
@Component
class StartInspection implements Inspection {

    private final StartFindings findings;
    private final Clock clock;

    StartInspection(StartFindings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public Set<FaultKind> kinds() {
        return Set.of(FaultKind.START);
    }

    @Override
    public List<Fault> findings() {
        return findings.all().stream()
                .map(finding -> new Fault(
                        "start:" + finding.what(),
                        FaultKind.START,
                        "",
                        finding.what(),
                        finding.cause(),
                        finding.nextStep(),
                        clock.instant(),
                        Fault.Tell.AT_ONCE))
                .toList();
    }
}
