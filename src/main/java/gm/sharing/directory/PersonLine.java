package gm.sharing.directory;

import gm.sharing.PlainText;
import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationAccounts.Account;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a line of a file says of a person, each cell by itself fit to be kept.
 *
 * @param id what the person signs in with; empty before it is made of the address
 * @param organisation to which the person belongs; empty when the cell will not do
 * @param faults what will not do
 */
record PersonLine(
        int line,
        String id,
        String name,
        String email,
        Optional<OrganisationCode> organisation,
        Set<Role> roles,
        List<ImportFault> faults) {

    private static final List<String> COLUMNS = List.of("id", "name", "email", "organisation", "roles");
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9@._-]{1,64}");
    private static final int LONGEST_NAME = 100;

    /**
     * Reads the lines behind the first, which names the columns.
     *
     * @throws Refused when columns are missing or unknown
     */
    static List<PersonLine> read(List<CsvFile.Row> rows, Person by) {
        Columns columns = Columns.of(rows.get(0));
        List<String> unknown = columns.names().entrySet().stream()
                .filter(column -> !COLUMNS.contains(column.getKey()))
                .map(column -> "“" + column.getValue() + "”")
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(ImportWords.of(
                    "unknown-columns", "unknown", String.join(", ", unknown), "columns", String.join(", ", COLUMNS)));
        }
        boolean one = by.administered().size() == 1 && !by.holds(Role.ADMINISTRATOR);
        for (String needed : one ? List.of("name", "email") : List.of("name", "email", "organisation")) {
            if (!columns.has(needed)) {
                throw new Refused(ImportWords.of("needs-column", "column", needed));
            }
        }
        return rows.stream().skip(1).map(row -> read(columns, row, by, one)).toList();
    }

    private static PersonLine read(Columns columns, CsvFile.Row row, Person by, boolean one) {
        Faults faults = new Faults(row.line(), new ArrayList<>());
        if (columns.isShorterThan(row)) {
            faults.add("", ImportWords.of("surplus"));
        }
        String id = columns.of(row, "id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            faults.add("id", ImportWords.of("no-id"));
        }
        String name = faults.text("name", columns.of(row, "name"), LONGEST_NAME);
        String email = faults.text("email", columns.of(row, "email"), 254);
        if (!email.isEmpty() && !Given.isEmail(email)) {
            faults.add("email", ImportWords.of("no-address"));
        }
        if (email.isEmpty() && id.isEmpty()) {
            faults.add("email", ImportWords.of("nobody"));
        }
        String organisation = columns.of(row, "organisation");
        Optional<OrganisationCode> code = organisation.isEmpty() && one
                ? by.administered().stream().findFirst()
                : Optional.of(organisation).filter(OrganisationCode::isOne).map(OrganisationCode::new);
        if (code.isEmpty()) {
            faults.add("organisation", ImportWords.of("needs-organisation"));
        }
        return new PersonLine(
                row.line(), id, name, email, code, faults.roles(columns.of(row, "roles"), by), faults.found());
    }

    /** Somebody with this address in the same organisation, or the part of the address before the @ as an id. */
    PersonLine withId(List<Account> sameAddress) {
        if (!id.isEmpty() || email.isEmpty()) {
            return this;
        }
        String found = sameAddress.stream()
                .filter(account -> organisation.filter(account::belongsTo).isPresent())
                .map(Account::id)
                .findFirst()
                .orElseGet(() -> made(email));
        return new PersonLine(line, found, name, email, organisation, roles, faults);
    }

    private static String made(String email) {
        String plain = Normalizer.normalize(email.substring(0, Math.max(0, email.indexOf('@'))), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]", "");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }

    /** Why the importer does not change this account by this line; empty when they may. */
    static Optional<String> reserved(Account account, OrganisationCode organisation, PersonLine line, Person by) {
        boolean elsewhere = account.groups().stream()
                .anyMatch(
                        group -> Role.ofGroup(group).filter(Role.MEMBER::equals).isPresent()
                                && !group.equals(Role.MEMBER.groupOf(organisation)));
        if (elsewhere) {
            return Optional.of(ImportWords.of("elsewhere", "id", account.id()));
        }
        if (by.holds(Role.ADMINISTRATOR)) {
            return Optional.empty();
        }
        Set<String> own = Stream.of(Role.values())
                .filter(Role::perOrganisation)
                .map(role -> role.groupOf(organisation))
                .collect(Collectors.toSet());
        own.add(Role.PROJECT_LEAD.group());
        return account.belongsTo(organisation) && own.containsAll(account.groups())
                ? Optional.empty()
                : Optional.of(ImportWords.of("reserved", "id", account.id()));
    }

    /** The groups that this line puts the person into. */
    Set<String> groups(OrganisationCode code) {
        Set<String> groups = new LinkedHashSet<>();
        groups.add(Role.MEMBER.groupOf(code));
        roles.forEach(role -> groups.add(role.perOrganisation() ? role.groupOf(code) : role.group()));
        return groups;
    }

    String words(OrganisationCode code) {
        return Stream.of(code.value(), email, OrganisationPeople.labels(roles))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    static String labels(Collection<String> groups) {
        return groups.stream()
                .sorted()
                .map(group -> Role.ofGroup(group).map(Role::label).orElse(group))
                .collect(Collectors.joining(", "));
    }

    ImportFault fault(String column, String message) {
        return new ImportFault(line, column, message);
    }

    static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a line, as it is read. */
    private record Faults(int line, List<ImportFault> found) {

        void add(String column, String message) {
            found.add(new ImportFault(line, column, message));
        }

        String text(String column, String cell, int longest) {
            try {
                String text = PlainText.of(cell, false);
                if (text.startsWith("=")) {
                    add(column, ImportWords.of("formula"));
                } else if (text.length() > longest) {
                    add(column, ImportWords.of("too-long", "longest", longest));
                } else if (text.isEmpty() && column.equals("name")) {
                    add(column, ImportWords.of("missing"));
                }
                return text;
            } catch (Refused refused) {
                add(column, String.valueOf(refused.getMessage()) + ".");
                return "";
            }
        }

        /** Words such as {@code ig} or the names of roles as pages show them. */
        Set<Role> roles(String cell, Person by) {
            Set<Role> may = EnumSet.copyOf(Role.ofOrganisations());
            if (by.holds(Role.ADMINISTRATOR)) {
                may.add(Role.PROJECT_LEAD);
            }
            Set<Role> roles = EnumSet.noneOf(Role.class);
            Stream.of(cell.split("[,;\\n]+"))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> may.stream()
                            .filter(role -> role.isCalled(word))
                            .findFirst()
                            .ifPresentOrElse(
                                    roles::add,
                                    () -> add(
                                            "roles",
                                            ImportWords.of(
                                                    "no-role",
                                                    "word",
                                                    word,
                                                    "roles",
                                                    may.stream().map(Role::word).collect(Collectors.joining(", "))))));
            return roles;
        }
    }
}
