package gm.sharing.workflow;

import gm.sharing.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The application's time is the engine's, so that records and timers agree, and tests can move both. */
@Component
class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock() {
        this(Dates.LONDON);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
