package gm.sharing.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a notice that waits for a letter of the day.
 *
 * @param until when the letter goes out
 * @param asks what is still to be done when the notice is of any use; null where that does not matter
 * @param usefulUntil the moment after which it is of no use; null where there is none
 */
record Held(Instant until, @Nullable String asks, @Nullable Instant usefulUntil) {

    static @Nullable Held in(ResultSet row) throws SQLException {
        Instant until = moment(row, "held_until");
        return until == null ? null : new Held(until, row.getString("asks"), moment(row, "useful_until"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
