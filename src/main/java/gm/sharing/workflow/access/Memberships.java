package gm.sharing.workflow.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/** Who is in which group by what an administrator entered, before anything is lent. */
record Memberships(IdentityService identity) {

    Set<String> groupsOf(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<String> peopleIn(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
    }

    boolean isEmpty(String group) {
        return identity.createUserQuery().memberOfGroup(group).count() == 0;
    }
}
