package gm.sharing.journeys;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;

/** Accounts of the people whom journeys need, named by role and organisation: {@code ig.bolton}. */
public class TestPeople {

    public static final String PASSWORD = "unicorn-teapot-9-granite";

    private static final Map<String, Role> ROLES = Map.of(
            "ig", Role.IG_OFFICER,
            "dpo", Role.DPO,
            "signatory", Role.SIGNATORY,
            "caldicott", Role.CALDICOTT_GUARDIAN);

    private final IdentityService identity;
    private final Directory directory;

    public TestPeople(IdentityService identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    void lead(String organisation) {
        lead("lead." + organisation, organisation);
    }

    void lead(String id, String organisation) {
        person(id, List.of(Role.PROJECT_LEAD.group(), memberOf(organisation)));
    }

    void administrator(String id, String organisation) {
        person(
                id,
                List.of(
                        Role.ORGANISATION_ADMINISTRATOR.groupOf(new OrganisationCode(organisation)),
                        memberOf(organisation)));
    }

    void board() {
        person("board", List.of(Role.INFORMATION_BOARD.group()));
    }

    void ethicsPanel() {
        person("ethics", List.of(Role.ETHICS_PANEL.group()));
    }

    /** One person for each role of the organisation. */
    void staff(String organisation) {
        ROLES.forEach((name, role) -> person(
                name + "." + organisation,
                List.of(role.groupOf(new OrganisationCode(organisation)), memberOf(organisation))));
    }

    /** Invented organisations with their staff: {@code partner01}, {@code partner02}, … */
    public List<String> inventedPartners(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> organisation("partner%02d".formatted(number), "Partner %02d".formatted(number)))
                .toList();
    }

    /** An organisation that the directory does not list, with its staff; returns its code. */
    String organisation(String code, String name) {
        if (directory.find(new OrganisationCode(code)).isEmpty()) {
            directory.add(Organisation.legalEntity(new OrganisationCode(code), name, Sector.OTHER));
        }
        staff(code);
        return code;
    }

    /** An organisation of a sector with its staff: a Caldicott Guardian only where there is one. */
    String organisation(String code, String name, Sector sector, boolean guardian) {
        if (directory.find(new OrganisationCode(code)).isEmpty()) {
            directory.add(Organisation.legalEntity(new OrganisationCode(code), name, sector));
        }
        ROLES.entrySet().stream()
                .filter(role -> guardian || role.getValue() != Role.CALDICOTT_GUARDIAN)
                .forEach(role -> person(
                        role.getKey() + "." + code,
                        List.of(role.getValue().groupOf(new OrganisationCode(code)), memberOf(code))));
        return code;
    }

    private static String memberOf(String organisation) {
        return Role.MEMBER.groupOf(new OrganisationCode(organisation));
    }

    private void person(String id, List<String> groups) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        var user = identity.newUser(id);
        user.setPassword(PASSWORD);
        user.setEmail(id + "@example.org");
        identity.saveUser(user);
        for (var group : groups) {
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
            identity.createMembership(id, group);
        }
    }
}
