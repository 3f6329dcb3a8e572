package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.SecurityTrail;
import gm.sharing.directory.ImportLine.Outcome;
import gm.sharing.organisation.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports files in two steps: a check that changes nothing, and the import of what was checked, all of it or nothing. What the
 * check says is worked out anew at each step, on the directory as it is then.
 */
@Service
class Imports {

    static final Duration KEPT = Duration.ofDays(1);

    private static final int LONGEST_NAME = 200;

    private final OrganisationImport organisations;
    private final PeopleImport people;
    private final SecurityTrail security;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            OrganisationImport organisations,
            PeopleImport people,
            SecurityTrail security,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.organisations = organisations;
        this.people = people;
        this.security = security;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes a file to check it.
     *
     * @return under which id it is kept, for whoever sent it
     * @throws Refused when it is no such file
     */
    String take(ImportKind kind, String name, byte[] content, Person by) {
        mustBeFor(kind, by);
        String text = CsvFile.text(content);
        CsvFile.rows(text);
        String id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from import_file where sent_at < ?")
                    .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("insert into import_file (id, kind, person, name, content, sent_at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            kind.name(),
                            by.id(),
                            name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                            text,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
        return id;
    }

    /** A file that somebody sent, by its id; nobody else finds it. */
    Optional<Kept> find(ImportKind kind, String id, Person by) {
        mustBeFor(kind, by);
        return jdbc.sql(
                        "select name, content from import_file where id = ? and kind = ? and person = ? and sent_at >= ?")
                .params(id, kind.name(), by.id(), clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Kept(id, kind, row.getString("name"), row.getString("content")))
                .optional();
    }

    /**
     * What the file would do now. Nothing is changed.
     *
     * @throws Refused when nothing can be said of its lines, because of its columns
     */
    ImportCheck check(Kept file, Person by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return file.kind() == ImportKind.ORGANISATIONS
                    ? organisations.run(file.content(), by).check()
                    : people.run(file.content(), by).check();
        }));
    }

    /**
     * Imports the file, if that does what was checked.
     *
     * @param digest of the check that was seen
     * @param invite whether people who get an account are invited at once
     * @return what was done; when that is something else than was seen, or there is a fault, nothing was
     */
    @RetriedOnConflict
    ImportCheck apply(Kept file, String digest, boolean invite, Person by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            ImportCheck check;
            if (file.kind() == ImportKind.ORGANISATIONS) {
                OrganisationImport.Run run = organisations.run(file.content(), by);
                check = run.check();
                if (isAsSeen(check, digest)) {
                    run.tell();
                }
            } else {
                people.oneAfterTheOther();
                PeopleImport.Run run = people.run(file.content(), by);
                check = run.check();
                if (isAsSeen(check, digest)) {
                    run.apply(invite);
                }
            }
            if (isAsSeen(check, digest)) {
                finish(file, check, by);
            } else {
                status.setRollbackOnly();
            }
            return check;
        }));
    }

    private static boolean isAsSeen(ImportCheck check, String digest) {
        return check.changesAnything() && check.digest().equals(digest);
    }

    private void finish(Kept file, ImportCheck check, Person by) {
        jdbc.sql("delete from import_file where id = ?").param(file.id()).update();
        security.record(
                by.id(),
                "import." + file.kind().key(),
                ImportWords.of(
                        "imported",
                        "file",
                        file.name(),
                        "added",
                        check.count(Outcome.ADD),
                        "changed",
                        check.count(Outcome.CHANGE)));
    }

    private static void mustBeFor(ImportKind kind, Person by) {
        if (!kind.isFor(by)) {
            throw new AccessDeniedException(by.id() + " does not import " + kind.key());
        }
    }

    /** A file that was sent. */
    record Kept(String id, ImportKind kind, String name, String content) {}
}
