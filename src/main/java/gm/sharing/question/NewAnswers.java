package gm.sharing.question;

import gm.sharing.audit.HeldRolesConverter;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Adds answers to those that are stored, all of a form in one way to the database: the mapper of entities cannot, where the database
 * gives the ids.
 */
@Component
class NewAnswers {

    private static final String ROW =
            """
            insert into answer (reference, subject, form, form_title, form_version, element, task, process_run, question_key,
                position, label, heading, kind, document, part, section_key, answer, in_words, who, who_name, who_roles, given_at)
            values (:reference, :subject, :form, :formTitle, :formVersion, :element, :task, :run, :key, :position, :label,
                :heading, :kind, :document, :part, :section, :answer, :inWords, :who, :whoName, :whoRoles, :at)""";

    private static final InWords.Converter WORDS = new InWords.Converter();
    private static final HeldRolesConverter ROLES = new HeldRolesConverter();

    private final NamedParameterJdbcTemplate database;

    NewAnswers(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    /** Adds them in their order. */
    void add(List<Given> given, ProjectReference reference, Step step, Person by, Instant at) {
        if (!given.isEmpty()) {
            database.batchUpdate(
                    ROW,
                    given.stream().map(one -> row(one, reference, step, by, at)).toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource row(Given given, ProjectReference reference, Step step, Person by, Instant at) {
        Question question = given.question();
        return new MapSqlParameterSource()
                .addValue("reference", reference.value())
                .addValue("subject", step.about())
                .addValue("form", question.form())
                .addValue("formTitle", question.formTitle())
                .addValue("formVersion", question.formVersion())
                .addValue("element", step.element())
                .addValue("task", step.task())
                .addValue("run", step.run())
                .addValue("key", question.key())
                .addValue("position", question.position())
                .addValue("label", question.label())
                .addValue("heading", question.heading())
                .addValue("kind", question.kind().name())
                .addValue("document", question.document().name())
                .addValue("part", question.part())
                .addValue("section", question.section())
                .addValue("answer", given.value())
                .addValue("inWords", WORDS.convertToDatabaseColumn(InWords.of(given)))
                .addValue("who", by.id())
                .addValue("whoName", by.name())
                .addValue("whoRoles", ROLES.convertToDatabaseColumn(HeldRole.of(by)))
                .addValue("at", at.atOffset(ZoneOffset.UTC));
    }
}
