package gm.sharing.workflow.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

/** Creates accounts in the engine. */
@Component
class Accounts {

    /** The callers see to the passwords; those of the demonstration are short. */
    private static final boolean WHATEVER_THE_PASSWORD = true;

    private final IdentityService identity;
    private final AccountIds ids;

    Accounts(IdentityService identity, AccountIds ids) {
        this.identity = identity;
        this.ids = ids;
    }

    /** Whether a new account may have this id. */
    boolean isFree(String id) {
        return ids.isFree(id);
    }

    boolean exists(String id) {
        return identity.createUserQuery().userId(id).count() > 0;
    }

    /** The ids of everybody in the group in their own right. */
    Set<String> in(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    /** Gives an account another password. */
    void setPassword(String id, String password) {
        User user = identity.createUserQuery().userId(id).singleResult();
        user.setPassword(password);
        ((IdentityServiceImpl) identity).saveUser(user, WHATEVER_THE_PASSWORD);
    }

    void create(String id, String name, String email, String password) {
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName(""); // the web applications show a missing one as "null"
        user.setEmail(email);
        user.setPassword(password);
        ((IdentityServiceImpl) identity).saveUser(user, WHATEVER_THE_PASSWORD);
    }

    void addTo(String id, String... groups) {
        Arrays.stream(groups)
                .filter(group -> identity.createUserQuery()
                                .userId(id)
                                .memberOfGroup(group)
                                .count()
                        == 0)
                .forEach(group -> identity.createMembership(id, group));
    }
}
