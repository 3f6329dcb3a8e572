package gm.sharing.journeys;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says about many journeys: what is still to happen, what is missing and what is there twice. */
final class ClusterRecord {

    /** One partner of each journey; who is silent here is put to the Information Board. */
    static final String LAST_PARTNER = "bury";

    private final JdbcClient database;

    ClusterRecord(JdbcClient database) {
        this.database = database;
    }

    /** Lets timers that would wait for days fall due within the next seconds, and jobs that failed try again. */
    void hurryTimers() {
        database.sql(
                        """
                        update act_ru_job set duedate_ = localtimestamp + random() * interval '4 seconds'
                        where process_def_key_ is not null and duedate_ > localtimestamp + interval '5 seconds'""")
                .update();
    }

    /** Whether no job and no notice waits any more. */
    boolean isQuiet() {
        return count("select count(*) from act_ru_job where process_def_key_ is not null") == 0
                && count("select count(*) from scheduled_tasks where task_name = 'send-notice'") == 0;
    }

    int journeys() {
        return count("select count(*) from project");
    }

    int published() {
        return count("select count(*) from agreement");
    }

    int timersFired() {
        return count(
                """
                select count(*) from act_hi_actinst
                where act_type_ in ('intermediateTimer', 'boundaryTimer') and end_time_ is not null and act_inst_state_ <> 2""");
    }

    int escalations() {
        return count(
                "select count(*) from event where type in ('signoff.reminded', 'signoff.escalated', 'signoff.board-asked')");
    }

    int notices() {
        return count("select count(*) from notice");
    }

    List<Notice> sent() {
        return database.sql("select recipient, subject from notice where status = 'SENT'")
                .query(Notice.class)
                .list();
    }

    /** What is not where it must be. The silent ones are the references of the projects in which the last partner is silent. */
    List<String> lost(List<String> signed, List<String> silent) {
        var lost = new ArrayList<String>();
        // Alike journeys, so that all of them have the same people to tell.
        var concerned = list(
                "select distinct recipient from notice where about like 'Send_TellPublished:%' order by recipient");
        for (var reference : signed) {
            expect(lost, reference, "status", "PUBLISHED", status(reference));
            expect(lost, reference, "publications", 1, happened(reference, "agreement.published"));
            expect(lost, reference, "told of the publication", concerned, toldOfThePublication(reference));
            expect(lost, reference, "open tasks", List.of(), openTasks(reference));
        }
        for (var reference : silent) {
            expect(lost, reference, "status", "IN_SIGN_OFF", status(reference));
            for (var stage : List.of("signoff.reminded", "signoff.escalated", "signoff.board-asked")) {
                expect(lost, reference, stage, 1, happenedTo(LAST_PARTNER, reference, stage));
            }
            expect(lost, reference, "Board reminded", 1, told(reference, "Send_BoardReminder", "Bury"));
            expect(lost, reference, "Board overdue", 2, told(reference, "Send_BoardEscalation", "Bury"));
            expect(
                    lost,
                    reference,
                    "open tasks",
                    List.of("Task_DecideStalledReview", "Task_ReviewAgreement"),
                    openTasks(reference));
        }
        if (concerned.isEmpty()) {
            lost.add("Nobody was told of any publication");
        }
        lost.addAll(list("select reference || ': reminded of nothing' from event e where type = 'signoff.reminded'"
                + without("Send_Reminder", "ig%.")));
        lost.addAll(list("select reference || ': escalated to nobody' from event e where type = 'signoff.escalated'"
                + without("Send_Escalation", "signatory%.")));
        lost.addAll(list("select recipient || ': ' || subject || ' is ' || status from notice where status <> 'SENT'"));
        lost.addAll(list("select type_ || ' of ' || id_ || ' has no retries' from act_ru_job where retries_ = 0"));
        lost.addAll(list("select incident_type_ || ' ' || id_ from act_ru_incident"));
        return lost;
    }

    /** What happened, was published or was told more than once. */
    List<String> twice() {
        var twice = new ArrayList<String>();
        twice.addAll(
                list(
                        """
                        select reference || ': ' || type || ' ' || coalesce(for_whom, '') from event
                        where type like 'signoff.%' or type like 'agreement.%'
                        group by reference, type, for_whom, what having count(*) > 1"""));
        // Who has a task is told once of each; a journey asks nobody for the same twice.
        twice.addAll(
                list(
                        "select max(task_def_key_) from act_hi_taskinst group by proc_inst_id_, task_def_key_ having count(*) > 1"));
        twice.addAll(list("select recipient || ': ' || subject from notice where about not like 'task:%'"
                + " group by recipient, subject having count(*) > 1"));
        twice.addAll(
                list("select reference || ': version' from agreement_version group by reference having count(*) > 1"));
        twice.addAll(list("select name_ from act_re_deployment group by name_ having count(*) > 1"));
        twice.addAll(list("select name_ from act_ru_filter group by name_ having count(*) > 1"));
        return twice;
    }

    private static String without(String task, String person) {
        return " and not exists (select 1 from notice n where n.reference = e.reference and n.about like '" + task
                + ":%' and n.recipient like '" + person + "' || e.for_whom)";
    }

    private static void expect(List<String> lost, String reference, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            lost.add("%s: %s is %s and not %s".formatted(reference, what, found, expected));
        }
    }

    private String status(String reference) {
        return database.sql("select status from project where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    private int happened(String reference, String type) {
        return database.sql("select count(*) from event where reference = ? and type = ?")
                .params(reference, type)
                .query(Integer.class)
                .single();
    }

    private int happenedTo(String partner, String reference, String type) {
        return database.sql("select count(*) from event where reference = ? and type = ? and for_whom = ?")
                .params(reference, type, partner)
                .query(Integer.class)
                .single();
    }

    private int told(String reference, String task, String about) {
        return database.sql("select count(*) from notice where reference = ? and about like ? and subject like ?")
                .params(reference, task + ":%", "%" + about + "%")
                .query(Integer.class)
                .single();
    }

    private List<String> toldOfThePublication(String reference) {
        return database.sql("select recipient from notice where about like 'Send_TellPublished:%' and reference = ?"
                        + " order by recipient")
                .param(reference)
                .query(String.class)
                .list();
    }

    private List<String> openTasks(String reference) {
        return database.sql(
                        """
                        select t.task_def_key_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where p.business_key_ = ? order by t.task_def_key_""")
                .param(reference)
                .query(String.class)
                .list();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private List<String> list(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    /** Somebody was told something. */
    record Notice(String recipient, String subject) {}
}
