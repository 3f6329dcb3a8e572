package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administrators change what an organisation says of itself row by row; each change is an event with who acted. */
@Service
@Transactional
class RowChanges {

    private static final Words WORDS = Words.in("directory/events");
    private static final Words ROWS = Words.in("directory/rows");

    private final Directory directory;
    private final CodesInForce codes;
    private final AuditTrail trail;
    private final Clock clock;

    RowChanges(Directory directory, CodesInForce codes, AuditTrail trail, Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Says a row, or takes it out.
     *
     * @param row its key, or {@link Rows#NEW}
     * @param typed by key; empty to take the row out
     * @param seen the organisation's version when the page was shown
     * @throws Refused when something typed will not do, or when somebody else changed the organisation since
     * @throws AccessDeniedException when the person does not administer the organisation
     */
    @RetriedOnConflict
    void change(
            OrganisationCode code,
            Rows rows,
            String row,
            Optional<Map<String, List<String>>> typed,
            long seen,
            Person by) {
        if (!by.administers(code)) {
            throw new AccessDeniedException(by.id() + " does not administer " + code);
        }
        Organisation organisation = directory.get(code);
        if (organisation.version() != seen) {
            throw new ChangedSince();
        }
        AssuranceSchemes schemes = new AssuranceSchemes(codes.now());
        String key = rows.keyToBe(organisation, row);
        Map<PlainFact, String> before = rows.row(organisation, key);
        String name = RowWords.name(rows, key, before, schemes);
        if (typed.isEmpty()) {
            rows.remove(organisation, key);
        } else {
            Given given = Given.of(rows.facts(), typed.get());
            mustFit(rows, key, given, schemes);
            rows.put(organisation, key, given);
        }
        Map<PlainFact, String> now = rows.row(organisation, key);
        String what =
                Differences.between(rows.facts(), before, now, (fact, value) -> RowWords.of(fact, value, schemes));
        if (!what.isEmpty()) {
            trail.record(
                    OrganisationChanges.EVENTS,
                    by.id(),
                    "organisation.changed",
                    WORDS.text(
                            "row",
                            Map.of(
                                    "rows",
                                    rows.title(),
                                    "row",
                                    name.isEmpty() ? RowWords.name(rows, key, now, schemes) : name,
                                    "what",
                                    what)),
                    code);
        }
    }

    private void mustFit(Rows rows, String key, Given given, AssuranceSchemes schemes) {
        if (rows == Rows.ASSURANCES) {
            LocalDate reached = given.day(RowFact.REACHED_ON);
            if (reached != null && reached.isAfter(LocalDate.now(clock))) {
                throw Refused.of(RowFact.REACHED_ON.key(), ROWS.text("not-later"));
            }
            schemes.mustFit(key, Rows.assurance(given));
        }
    }
}
