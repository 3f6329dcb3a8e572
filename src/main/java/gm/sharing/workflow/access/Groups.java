package gm.sharing.workflow.access;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationAdded;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationRenamed;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine's groups: one for each role, and for most roles one for each organisation of the directory. */
@Component
@Order(10)
class Groups implements EnginePreparation {

    private static final Map<Role, String> NAMES = Map.ofEntries(
            Map.entry(Role.PROJECT_LEAD, "Project leads"),
            Map.entry(Role.IG_OFFICER, "IG officers"),
            Map.entry(Role.DPO, "Data protection officers"),
            Map.entry(Role.SIGNATORY, "Signatories"),
            Map.entry(Role.CALDICOTT_GUARDIAN, "Caldicott Guardians"),
            Map.entry(Role.MEMBER, "Members"),
            Map.entry(Role.ORGANISATION_ADMINISTRATOR, "Organisation administrators"),
            Map.entry(Role.INFORMATION_BOARD, "Information Board"),
            Map.entry(Role.ETHICS_PANEL, "Ethics panel"),
            Map.entry(Role.PROCESS_OWNER, "Process owners"),
            Map.entry(Role.ADMINISTRATOR, "Administrators"));

    private static final List<Role> OF_ORGANISATIONS =
            Arrays.stream(Role.values()).filter(Role::perOrganisation).toList();

    private final IdentityService identity;
    private final Directory directory;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    Groups(IdentityService identity, Directory directory, ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.identity = identity;
        this.directory = directory;
        this.engine = engine;
    }

    @Override
    public String what() {
        return "the groups";
    }

    @Override
    public void prepare(Parts parts) {
        Map<String, Group> present = identity.createGroupQuery().list().stream()
                .collect(Collectors.toMap(Group::getId, Function.identity()));
        parts.each(
                Arrays.stream(Role.values())
                        .filter(role -> !role.perOrganisation())
                        .toList(),
                role -> "the group " + role.group(),
                role -> save(present.get(role.group()), role.group(), nameOf(role), "SYSTEM"));
        parts.each(
                directory.all(),
                organisation -> "the groups of " + organisation.name(),
                organisation -> save(present, organisation));
    }

    /** People can be given roles in it at once, on every node: groups are read where they are needed, from the database. */
    @EventListener
    void follow(OrganisationAdded added) {
        follow(added.organisations());
    }

    /** Groups are called like their organisation. */
    @EventListener
    void follow(OrganisationRenamed renamed) {
        follow(List.of(renamed.organisation()));
    }

    /** In one command, so that what is written travels together. */
    private void follow(List<OrganisationCode> organisations) {
        engine.getObject().getCommandExecutorTxRequired().execute(context -> {
            for (OrganisationCode organisation : organisations) {
                String[] ids = OF_ORGANISATIONS.stream()
                        .map(role -> role.groupOf(organisation))
                        .toArray(String[]::new);
                save(
                        identity.createGroupQuery().groupIdIn(ids).list().stream()
                                .collect(Collectors.toMap(Group::getId, Function.identity())),
                        directory.get(organisation));
            }
            return null;
        });
    }

    private void save(Map<String, Group> present, Organisation organisation) {
        OF_ORGANISATIONS.forEach(role -> {
            String id = role.groupOf(organisation.code());
            save(present.get(id), id, nameOf(role) + ", " + organisation.name(), "ORGANISATION");
        });
    }

    private static String nameOf(Role role) {
        String name = NAMES.get(role);
        if (name == null) {
            throw new IllegalStateException(role + " has no name among " + Arrays.toString(Role.values()));
        }
        return name;
    }

    private void save(@Nullable Group present, String id, String name, String type) {
        if (present != null && name.equals(present.getName())) {
            return;
        }
        Group group = present == null ? identity.newGroup(id) : present;
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
    }
}
