package gm.sharing.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes made-up journeys into the record, row by row as the program does, and takes them away again. */
final class WrittenJourneys {

    private static final String SECRET = "Gwendolyn Nobody";

    private final JdbcTemplate database;

    WrittenJourneys(JdbcTemplate database) {
        this.database = database;
    }

    private record Written(Instant at, String type, String forWhom) {}

    void write(List<MadeUpJourney> journeys) {
        for (var journey : journeys) {
            database.update(
                    """
                    insert into project (reference, version, lead, lead_organisation, proposed_at, status, sent_to_partners,
                      title, urgency, vision_who, vision_need, vision_what, vision_between, vision_benefit, vision_measure)
                    values (?, 0, 'gwendolyn', ?, ?, 'PUBLISHED', true, 'Made up', 'ROUTINE', '', '', '', '', '', '')""",
                    journey.reference(),
                    journey.lead(),
                    time(journey.events().get("project.proposed")));
            for (int version = 0; version < journey.rounds().size(); version++) {
                database.update(
                        "insert into agreement_version (reference, ordinal, content, digest, created_at)"
                                + " values (?, ?, '{}', 'x', ?)",
                        journey.reference(),
                        version,
                        time(journey.rounds().get(version).get(0)));
            }
            writeRounds(journey);
            events(journey).forEach(event -> writeEvent(journey.reference(), event));
        }
    }

    private void writeRounds(MadeUpJourney journey) {
        for (int round = 1; round <= journey.rounds().size(); round++) {
            var moments = journey.rounds().get(round - 1);
            database.update(
                    """
                    insert into sign_off_round (project, number, agreed_version, digest, opened_at, due, closed_at, version)
                    values (?, ?, ?, 'x', ?, ?, ?, 0)""",
                    journey.reference(),
                    round,
                    "1." + (round - 1),
                    time(moments.get(0)),
                    time(moments.get(1)),
                    time(moments.get(1)));
        }
        journey.said().forEach(said -> writeSignOff(journey, said));
    }

    private void writeSignOff(MadeUpJourney journey, MadeUpJourney.Said said) {
        database.update(
                """
                insert into sign_off (project, round, partner, agreed_version, digest, asked_at, due, late, version)
                values (?, ?, ?, ?, 'x', ?, ?, ?, 0)""",
                journey.reference(),
                said.round(),
                said.partner(),
                "1." + (said.round() - 1),
                time(said.asked()),
                time(said.asked().plusSeconds(86_400)),
                said.late());
        long id = database.queryForObject(
                "select id from sign_off where project = ? and round = ? and partner = ?",
                Long.class,
                journey.reference(),
                said.round(),
                said.partner());
        int place = 0;
        for (var step : said.steps().entrySet()) {
            boolean last = place == said.steps().size() - 1;
            database.update(
                    """
                    insert into sign_off_statement (sign_off, position, step, decision, refusal_ground, person, person_name,
                      given_at)
                    values (?, ?, ?, ?, ?, 'gwendolyn', ?, ?)""",
                    id,
                    place,
                    step.getKey(),
                    last ? said.decision() : "SIGN",
                    said.ground().isEmpty() ? null : said.ground(),
                    SECRET,
                    time(step.getValue()));
            place++;
        }
        if (said.decision().equals("REQUEST_CHANGES")) {
            database.update(
                    """
                    insert into sign_off_comment (sign_off, position, step, section, text, statement)
                    values (?, 0, 'REVIEW', ?, 'Change it', 0)""",
                    id,
                    said.round() == 1 ? "purpose" : "retention");
        }
        int position = 0;
        for (var pause : said.pauses()) {
            database.update(
                    """
                    insert into sign_off_question (sign_off, position, step, question, person, person_name, asked_at, answer,
                      answered_at)
                    values (?, ?, 'REVIEW', 'What?', 'gwendolyn', ?, ?, 'That.', ?)""",
                    id,
                    position++,
                    SECRET,
                    time(pause.get(0)),
                    time(pause.get(1)));
        }
    }

    private static List<Written> events(MadeUpJourney journey) {
        List<Written> events = new ArrayList<>();
        journey.events().forEach((type, at) -> events.add(new Written(at, type, null)));
        for (var moments : journey.rounds()) {
            events.add(new Written(moments.get(0).minusSeconds(60), "agreement.drafted", null));
            events.add(new Written(moments.get(0), "round.opened", null));
            events.add(new Written(moments.get(1), "round.concluded", null));
        }
        var types = Map.of(
                "REVIEW", "signoff.reviewed",
                "CONFIDENTIAL_USE", "signoff.confidential-use-decided",
                "SIGNATURE", "signoff.signature-decided");
        for (var said : journey.said()) {
            said.steps().forEach((step, at) -> events.add(new Written(at, types.get(step), said.partner())));
            for (var pause : said.pauses()) {
                events.add(new Written(pause.get(0), "signoff.question-asked", said.partner()));
                events.add(new Written(pause.get(1), "signoff.question-answered", said.partner()));
            }
        }
        events.sort(Comparator.comparing(Written::at));
        return events;
    }

    private void writeEvent(String reference, Written event) {
        database.update(
                """
                insert into event (happened_at, reference, who, who_name, who_role, type, what, for_whom)
                values (?, ?, 'gwendolyn', ?, ?, ?, ?, ?)""",
                time(event.at()),
                reference,
                SECRET,
                "[{\"role\":\"IG_OFFICER\",\"organisation\":\"bolton\",\"deputyForName\":\"" + SECRET + "\"}]",
                event.type(),
                SECRET + " did something",
                event.forWhom());
    }

    /** Measures of one project: what was promised for which day, and when it was in place. */
    void measure(String reference, String promised, String due, String settled) {
        database.update(
                """
                insert into measure (version, project, section, what, owner, owner_name, promised, due, status, settled_at)
                values (0, ?, 'NEED', 'Train', 'lead', 'Lead', ?, ?, ?, ?)""",
                reference,
                LocalDate.parse(promised),
                LocalDate.parse(due),
                settled == null ? "OPEN" : "IN_PLACE",
                settled == null ? null : Timestamp.from(Instant.parse(settled)));
    }

    /** Events stay: nobody can take them away. */
    void takeAway() {
        var of = " (select id from sign_off where project like 'SJ-2011-9%')";
        for (var table : List.of("sign_off_comment", "sign_off_question", "sign_off_statement")) {
            database.update("delete from " + table + " where sign_off in" + of);
        }
        for (var table : List.of("sign_off", "sign_off_round", "measure")) {
            database.update("delete from " + table + " where project like 'SJ-2011-9%'");
        }
        for (var table : List.of("agreement_version", "project")) {
            database.update("delete from " + table + " where reference like 'SJ-2011-9%'");
        }
    }

    static String secret() {
        return SECRET;
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
