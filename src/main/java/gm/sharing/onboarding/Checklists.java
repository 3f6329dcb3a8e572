package gm.sharing.onboarding;

import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklists of all organisations, worked out from what is known today. */
@Service
@Transactional(readOnly = true)
public class Checklists {

    private static final List<Role> ASKED = List.of(Role.ORGANISATION_ADMINISTRATOR, Role.IG_OFFICER, Role.SIGNATORY);

    private final Directory directory;
    private final OrganisationAccounts accounts;
    private final TermsRecord terms;
    private final ChecklistTable table;
    private final CodesInForce codes;
    private final Clock clock;

    Checklists(
            Directory directory,
            OrganisationAccounts accounts,
            TermsRecord terms,
            ChecklistTable table,
            CodesInForce codes,
            Clock clock) {
        this.codes = codes;
        this.directory = directory;
        this.accounts = accounts;
        this.terms = terms;
        this.table = table;
        this.clock = clock;
    }

    /** That of an organisation. */
    public Checklist of(Organisation organisation) {
        return of(List.of(organisation)).get(0);
    }

    /**
     * Those of the organisations that are there, by name; the database is asked as often for many as for few.
     *
     * @param all also those that are complete
     */
    Page<Checklist> find(boolean all, Pageable page) {
        List<Checklist> found =
                of(directory.all().stream()
                                .filter(organisation ->
                                        organisation.succession().isEmpty())
                                .toList())
                        .stream()
                        .filter(checklist -> all || !checklist.complete())
                        .toList();
        return new PageImpl<>(
                found.stream().skip(page.getOffset()).limit(page.getPageSize()).toList(), page, found.size());
    }

    private List<Checklist> of(Collection<Organisation> organisations) {
        Set<String> signedInTo = accounts.signedInTo(
                organisations.stream().flatMap(Checklists::groups).collect(Collectors.toSet()));
        Map<String, Boolean> accepted = terms.whoAccepted(Terms.now());
        Set<String> notAssured = new AssuranceSchemes(codes.now()).notAssured();
        LocalDate today = LocalDate.now(clock);
        Map<Asked, List<AskedItem>> asked = new HashMap<>();
        return organisations.stream()
                .map(organisation -> Checklist.of(
                        asked.computeIfAbsent(
                                new Asked(organisation.sector(), organisation.isLegalEntity()),
                                kind -> table.asked(kind.sector(), kind.legalEntity())),
                        new Situation(
                                organisation,
                                signedInTo,
                                accepted.get(organisation.code().value()),
                                notAssured,
                                today)))
                .toList();
    }

    private static Stream<String> groups(Organisation organisation) {
        return Stream.of(organisation.code(), organisation.actedForBy())
                .filter(Objects::nonNull)
                .flatMap(code -> ASKED.stream().map(role -> role.groupOf(code)));
    }

    private record Asked(Sector sector, boolean legalEntity) {}
}
