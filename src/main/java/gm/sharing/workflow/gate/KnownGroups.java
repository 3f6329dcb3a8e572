package gm.sharing.workflow.gate;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The groups that models may name: roles, those of the organisations that there are, and what a variable names. */
@Component
public class KnownGroups {

    private static final Pattern GROUP_OF_ROLE = Pattern.compile("([a-z][a-z-]*)-\\$\\{[^{}]+}");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]+}");

    private final ObjectProvider<Directory> directory;

    /** The directory is asked late, because the engine is built with this. */
    KnownGroups(ObjectProvider<Directory> directory) {
        this.directory = directory;
    }

    /** Whether there is such a group, as far as that can be told before the process runs. */
    public boolean contains(String group) {
        if (EXPRESSION.matcher(group).matches()) {
            return true;
        }
        Matcher ofRole = GROUP_OF_ROLE.matcher(group);
        if (ofRole.matches()) {
            return Role.ofGroup(ofRole.group(1) + "-xx")
                    .filter(Role::perOrganisation)
                    .filter(role -> role.groupOf(new OrganisationCode("xx")).equals(ofRole.group(1) + "-xx"))
                    .isPresent();
        }
        return InModel.isConstant(group)
                && Role.ofGroup(group).filter(role -> exists(role, group)).isPresent();
    }

    private boolean exists(Role role, String group) {
        return !role.perOrganisation()
                || directory.getObject().all().stream().anyMatch(organisation -> role.groupOf(organisation.code())
                        .equals(group));
    }
}
