package gm.sharing.directory;

import gm.sharing.audit.AuditTrail;
import gm.sharing.directory.ImportLine.Outcome;
import gm.sharing.invitation.Invitations;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Successions;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes people over from a file: who has no account gets one without a password, others are changed where a cell says something
 * else. Roles are given and never taken away. Nobody gets what the importer may not give.
 */
@Component
class PeopleImport {

    private static final String EVENTS = "organisation";

    private static final Words WORDS = Words.in("directory/events");

    private final Directory directory;
    private final OrganisationAccounts accounts;
    private final Invitations invitations;
    private final Successions successions;
    private final AuditTrail trail;

    PeopleImport(
            Directory directory,
            OrganisationAccounts accounts,
            Invitations invitations,
            Successions successions,
            AuditTrail trail) {
        this.directory = directory;
        this.successions = successions;
        this.accounts = accounts;
        this.invitations = invitations;
        this.trail = trail;
    }

    /** Until the transaction at hand ends nobody else imports people: two files may name the same person. */
    void oneAfterTheOther() {
        accounts.lock(Role.ADMINISTRATOR.group());
    }

    /** Works out what a file would do; nothing is changed before {@link Run#apply}. */
    Run run(String text, Person by) {
        return new Run(text, by);
    }

    /** One file and the accounts as they are now. */
    final class Run {

        private final Person by;
        private final List<ImportLine> lines = new ArrayList<>();
        private final List<ImportFault> faults = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<String, Integer> addresses = new HashMap<>();
        private final List<Account> added = new ArrayList<>();
        private final List<Account> changed = new ArrayList<>();
        private final Map<String, Set<String>> joined = new LinkedHashMap<>();
        private final Map<OrganisationCode, List<Account>> byOrganisation = new TreeMap<>();
        private final Map<OrganisationCode, List<String>> trailed = new TreeMap<>();

        private Run(String text, Person by) {
            this.by = by;
            List<PersonLine> file = PersonLine.read(CsvFile.rows(text), by);
            Set<OrganisationCode> codes =
                    file.stream().flatMap(line -> line.organisation().stream()).collect(Collectors.toSet());
            Map<OrganisationCode, String> organisations = directory.namesOf(codes);
            Map<OrganisationCode, String> ended = successions.ended(codes);
            Map<String, Account> known =
                    accounts.find(file.stream().map(PersonLine::id).toList());
            Map<String, List<Account>> byAddress =
                    accounts.withEmail(file.stream().map(PersonLine::email).toList()).stream()
                            .collect(Collectors.groupingBy(account -> PersonLine.lower(account.email())));
            List<PersonLine> named = file.stream()
                    .map(line -> line.withId(byAddress.getOrDefault(PersonLine.lower(line.email()), List.of())))
                    .toList();
            known.putAll(accounts.find(named.stream()
                    .map(PersonLine::id)
                    .filter(id -> !known.containsKey(id))
                    .toList()));
            Set<String> taken = accounts.taken(named.stream()
                    .map(PersonLine::id)
                    .filter(id -> !known.containsKey(id))
                    .toList());
            named.forEach(line -> {
                List<ImportFault> wrong = new ArrayList<>(line.faults());
                wrong.addAll(faultsOf(line, organisations, known, taken));
                line.organisation().map(ended::get).ifPresent(why -> wrong.add(line.fault("organisation", why)));
                faults.addAll(wrong);
                if (wrong.isEmpty()) {
                    plan(line, known.get(line.id()));
                }
            });
        }

        private List<ImportFault> faultsOf(
                PersonLine line,
                Map<OrganisationCode, String> organisations,
                Map<String, Account> known,
                Set<String> taken) {
            List<ImportFault> wrong = new ArrayList<>();
            line.organisation()
                    .filter(code -> !organisations.containsKey(code) || !by.administers(code))
                    .ifPresent(code -> wrong.add(line.fault(
                            "organisation",
                            by.holds(Role.ADMINISTRATOR)
                                    ? ImportWords.of("no-organisation")
                                    : ImportWords.of("not-yours"))));
            Integer before = line.id().isEmpty() ? null : ids.putIfAbsent(accounts.looks(line.id()), line.line());
            if (before != null) {
                wrong.add(line.fault("id", ImportWords.of("same-id", "line", before)));
            }
            Integer same =
                    line.email().isEmpty() ? null : addresses.putIfAbsent(PersonLine.lower(line.email()), line.line());
            if (same != null) {
                wrong.add(line.fault("email", ImportWords.of("same-address", "line", same)));
            }
            if (taken.contains(line.id())) {
                wrong.add(line.fault("id", ImportWords.of("taken", "id", line.id())));
            }
            Account account = known.get(line.id());
            if (account != null && line.organisation().isPresent() && wrong.isEmpty()) {
                line.organisation()
                        .flatMap(code -> PersonLine.reserved(account, code, line, by))
                        .ifPresent(why -> wrong.add(line.fault("id", why)));
            }
            return wrong;
        }

        private void plan(PersonLine line, @Nullable Account account) {
            OrganisationCode organisation = line.organisation().orElseThrow();
            Set<String> groups = line.groups(organisation);
            if (account == null) {
                Account now = new Account(line.id(), line.name(), line.email(), false, groups);
                added.add(now);
                byOrganisation
                        .computeIfAbsent(organisation, none -> new ArrayList<>())
                        .add(now);
                lines.add(new ImportLine(
                        line.line(), Outcome.ADD, "%s (%s)".formatted(now.name(), now.id()), line.words(organisation)));
                return;
            }
            List<String> what = new ArrayList<>();
            if (!account.name().equals(line.name())) {
                what.add(ImportWords.of("name-changes", "before", account.name(), "now", line.name()));
            }
            if (!account.email().equals(line.email()) && !line.email().isEmpty()) {
                what.add(ImportWords.of("email-changes", "before", account.email(), "now", line.email()));
            }
            if (!what.isEmpty()) {
                changed.add(new Account(
                        account.id(),
                        line.name(),
                        line.email().isEmpty() ? account.email() : line.email(),
                        account.password(),
                        account.groups()));
            }
            Set<String> more = groups.stream()
                    .filter(group -> !account.groups().contains(group))
                    .collect(Collectors.toSet());
            if (!more.isEmpty()) {
                joined.put(account.id(), more);
                what.add(ImportWords.of("gets", "roles", PersonLine.labels(more)));
            }
            lines.add(new ImportLine(
                    line.line(),
                    what.isEmpty() ? Outcome.SAME : Outcome.CHANGE,
                    "%s (%s)".formatted(account.name(), account.id()),
                    String.join(" ", what)));
            if (!what.isEmpty()) {
                trailed.computeIfAbsent(organisation, none -> new ArrayList<>())
                        .add(account.name() + ": " + String.join(" ", what));
            }
        }

        ImportCheck check() {
            return new ImportCheck(ImportWords.of("format-people"), lines, faults);
        }

        /**
         * Does what was worked out.
         *
         * @param invite whether those who get an account are invited at once
         */
        void apply(boolean invite) {
            accounts.add(added, by);
            changed.forEach(account -> accounts.change(account, by));
            joined.forEach((id, groups) -> groups.stream().sorted().forEach(group -> accounts.join(id, group, by)));
            byOrganisation.forEach((organisation, people) -> trail.record(
                    EVENTS,
                    by.id(),
                    "people.added",
                    WORDS.text("people-added", Map.of("count", people.size(), "people", names(people))),
                    organisation));
            trailed.forEach((organisation, sentences) -> sentences.forEach(
                    sentence -> trail.record(EVENTS, by.id(), "person.changed", sentence, organisation)));
            if (invite) {
                invitations.send(byOrganisation, by);
            }
        }

        private static String names(List<Account> people) {
            return people.stream().map(Account::name).limit(50).collect(Collectors.joining(", "))
                    + (people.size() > 50 ? ", …" : "");
        }
    }
}
