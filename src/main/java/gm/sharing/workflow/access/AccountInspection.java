package gm.sharing.workflow.access;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.Inspection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for accounts and memberships that do not mean what an administrator may think. */
@Component
class AccountInspection implements Inspection {

    /** Stands for each in the name of a group. */
    private static final OrganisationCode ANY = new OrganisationCode("anyorganisation");

    private static final String IN_ADMIN = "Administrators: correct the account’s groups in Admin.";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final DemoPassword demoPassword;
    private final boolean demo;
    private final Clock clock;

    AccountInspection(
            JdbcClient jdbc, Directory directory, DemoPassword demoPassword, Environment environment, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.demoPassword = demoPassword;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.clock = clock;
    }

    @Override
    public Set<FaultKind> kinds() {
        return Set.of(FaultKind.ACCOUNT);
    }

    @Override
    public List<Fault> findings() {
        List<Fault> faults = new ArrayList<>();
        if (!demo) {
            demoPassword
                    .accounts()
                    .forEach(account -> faults.add(fault(
                            "demo:" + account,
                            "The account " + account,
                            "It still has the password of the demonstration, which everybody knows. Nobody can sign in with it here.",
                            "Administrators: delete the account in Admin, or give it another password.")));
        }
        jdbc.sql(
                        """
                        select user_id_ from act_id_membership where group_id_ like 'org-%'
                        group by user_id_ having count(*) > 1 order by user_id_""")
                .query(String.class)
                .list()
                .forEach(account -> faults.add(fault(
                        "two:" + account,
                        "The account " + account,
                        "It is a member of more than one organisation, and acts for only one of them.",
                        IN_ADMIN)));
        jdbc
                .sql("select distinct group_id_ from act_id_membership order by group_id_")
                .query(String.class)
                .list()
                .stream()
                .filter(this::isOfAnUnknownOrganisation)
                .forEach(group -> faults.add(fault(
                        "group:" + group,
                        "The group " + group,
                        "People are in it, but the directory has no such organisation, so it gives them no role.",
                        IN_ADMIN)));
        return faults;
    }

    /** Groups that begin like those of an organisation's role. */
    private boolean isOfAnUnknownOrganisation(String group) {
        for (Role role : Role.values()) {
            String prefix = role.perOrganisation() ? role.groupOf(ANY).replace(ANY.value(), "") : null;
            if (prefix != null && group.startsWith(prefix)) {
                String code = group.substring(prefix.length());
                return !OrganisationCode.isOne(code)
                        || directory.find(new OrganisationCode(code)).isEmpty();
            }
        }
        return false;
    }

    private Fault fault(String about, String place, String cause, String nextStep) {
        return new Fault(
                "account:" + about, FaultKind.ACCOUNT, "", place, cause, nextStep, clock.instant(), Fault.Tell.NEVER);
    }
}
