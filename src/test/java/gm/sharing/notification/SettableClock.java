package gm.sharing.notification;

import gm.sharing.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands where a test set it. */
class SettableClock extends Clock {

    private volatile Instant now = Instant.EPOCH;

    void set(String moment) {
        now = Instant.parse(moment);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Dates.LONDON;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("It is always London's");
    }
}
