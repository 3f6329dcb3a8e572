package gm.sharing.workflow.access;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** An account for each role, with an invented name and a password that everybody may know; for the demonstration only. */
@Component
@Profile("demo")
@Order(40)
class DemoAccounts implements EnginePreparation {

    /** No mail ever arrives at a name that ends like this. */
    private static final String DOMAIN = "demo.invalid";

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private static final List<String> LEADING = List.of("manchester", "salford");
    private static final List<String> WITH_CALDICOTT_GUARDIAN = List.of(
            "bolton",
            "bury",
            "manchester",
            "oldham",
            "rochdale",
            "salford",
            "stockport",
            "tameside",
            "trafford",
            "wigan",
            "nhsgm");
    private static final List<String> REVIEWING =
            Stream.concat(WITH_CALDICOTT_GUARDIAN.stream(), Stream.of("gmp")).toList();

    /** Where two people share the work, so that one can pass a task to the other. */
    private static final List<String> WITH_COLLEAGUES = List.of("bolton", "manchester", "nhsgm", "salford");

    /** Where somebody of the organisation keeps what the directory says of it. */
    private static final List<String> ADMINISTERED = List.of("bolton", "salford");

    private final Accounts accounts;
    private final Directory directory;

    DemoAccounts(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public String what() {
        return "the accounts of the demonstration";
    }

    @Override
    public void prepare(Parts parts) {
        Properties names = names();
        parts.each(all().toList(), account -> "the account " + account.id(), account -> {
            // One that somebody deleted stays so: the record names its person.
            if (!accounts.exists(account.id()) && accounts.isFree(account.id())) {
                accounts.create(
                        account.id(),
                        names.getProperty(account.id()),
                        account.id() + "@" + DOMAIN,
                        DemoPassword.PASSWORD);
                accounts.addTo(account.id(), account.groups().toArray(String[]::new));
            }
        });
    }

    private static Properties names() {
        try {
            return PropertiesLoaderUtils.loadAllProperties("demo-people.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Last in the log, where somebody who starts the demonstration looks. */
    @EventListener
    void tell(ApplicationReadyEvent ready) {
        LOG.info(
                "Demonstration accounts, all with the password \"{}\": {}",
                DemoPassword.PASSWORD,
                all().map(Account::id).collect(Collectors.joining(", ")));
    }

    private Stream<Account> all() {
        return Stream.of(
                        LEADING.stream().flatMap(code -> in(code, "lead", Role.PROJECT_LEAD)),
                        REVIEWING.stream().flatMap(code -> Stream.of(
                                        in(code, "ig", Role.IG_OFFICER),
                                        in(code, "dpo", Role.DPO),
                                        in(code, "signatory", Role.SIGNATORY))
                                .flatMap(Function.identity())),
                        WITH_COLLEAGUES.stream()
                                .flatMap(code -> Stream.concat(
                                        in(code, "ig2", Role.IG_OFFICER), in(code, "signatory2", Role.SIGNATORY))),
                        WITH_CALDICOTT_GUARDIAN.stream()
                                .flatMap(code -> in(code, "caldicott", Role.CALDICOTT_GUARDIAN)),
                        ADMINISTERED.stream().flatMap(code -> in(code, "admin", Role.ORGANISATION_ADMINISTRATOR)),
                        Stream.of(
                                account("board", Role.INFORMATION_BOARD),
                                account("ethics", Role.ETHICS_PANEL),
                                account("owner", Role.PROCESS_OWNER),
                                account("admin", Role.ADMINISTRATOR)))
                .flatMap(Function.identity());
    }

    private static Account account(String id, Role role) {
        return new Account(id, List.of(role.group()));
    }

    /** Nothing for an organisation that an own directory does not have. */
    private Stream<Account> in(String code, String prefix, Role role) {
        return directory.find(new OrganisationCode(code)).stream().map(organisation -> {
            String group = role.perOrganisation() ? role.groupOf(organisation.code()) : role.group();
            return new Account(prefix + "." + code, List.of(group, Role.MEMBER.groupOf(organisation.code())));
        });
    }

    private record Account(String id, List<String> groups) {}
}
