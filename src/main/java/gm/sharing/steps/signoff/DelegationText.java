package gm.sharing.steps.signoff;

import gm.sharing.Dates;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Signatory;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs for an organisation by its scheme of delegation, and up to which limit, beside the task in which somebody signs. It
 * decides nothing: who may sign in the service is said by their role.
 */
@Component
class DelegationText {

    private static final Words WORDS = Words.in("sign-off/delegation");

    private final Directory directory;
    private final Clock clock;

    DelegationText(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Its rows in the directory, each with its last day and whether that is over; empty when it names nobody. */
    @Transactional(readOnly = true)
    public Optional<String> of(OrganisationCode code) {
        Organisation organisation = directory.get(code);
        Collection<Signatory> rows = organisation.particulars().signatories().values();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        return Optional.of(WORDS.text(
                "scheme",
                Map.of(
                        "organisation",
                        Markdown.plain(organisation.name()),
                        "rows",
                        rows.stream().map(row -> row(row, today)).collect(Collectors.joining("\n")))));
    }

    private static String row(Signatory row, LocalDate today) {
        String who = row.post() == null ? row.name() : row.name() + ", " + row.post();
        String signs = row.signs().replaceAll("\\s+", " ");
        if (row.until() == null) {
            return WORDS.text("row", Map.of("who", Markdown.plain(who), "signs", Markdown.plain(signs)));
        }
        Map<String, Object> words =
                Map.of("who", Markdown.plain(who), "signs", Markdown.plain(signs), "day", Dates.day(row.until()));
        return row.until().isBefore(today) ? WORDS.text("row-over", words) : WORDS.text("row-until", words);
    }
}
