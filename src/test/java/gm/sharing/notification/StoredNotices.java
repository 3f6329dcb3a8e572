package gm.sharing.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of notices. */
record StoredNotices(JdbcClient jdbc) {

    List<NoticeStatus> statuses(String about) {
        return jdbc
                .sql("select status from notice where about = ? order by recipient")
                .param(about)
                .query(String.class)
                .list()
                .stream()
                .map(NoticeStatus::valueOf)
                .toList();
    }

    /** How many notices the scheduler has yet to send. */
    int queued() {
        return count("select count(*) from scheduled_tasks");
    }

    /** How often sending failed, for the notices that are still queued. */
    int failures() {
        return count("select coalesce(sum(consecutive_failures), 0) from scheduled_tasks");
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }
}
