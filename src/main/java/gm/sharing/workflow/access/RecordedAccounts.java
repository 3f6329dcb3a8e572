package gm.sharing.workflow.access;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's accounts with our rules, whichever way somebody comes: REST API, web applications or our own code. Everything
 * that changes is in the security record.
 */
final class RecordedAccounts extends DbIdentityServiceProvider {

    private final AccountRules rules;
    private final Passwords passwords;

    private RecordedAccounts(AccountRules rules, Passwords passwords) {
        this.rules = rules;
        this.passwords = passwords;
    }

    @Override
    public boolean checkPassword(String id, @Nullable String password) {
        checkAuthorization(Permissions.READ, Resources.USER, id);
        return password != null && passwords.match(id, password) && rules.mayAct(id);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity account = (UserEntity) user;
        if (account.getRevision() == 0) {
            checkAuthorization(Permissions.CREATE, Resources.USER, null);
            rules.create(signedIn(), account);
            return super.saveUser(user);
        }
        AccountDetails before = rules.details(account.getId());
        boolean onlyOwnPassword = account.getId().equals(signedIn())
                && account.hasNewPassword()
                && AccountDetails.of(account).equals(before);
        if (onlyOwnPassword) {
            rules.change(signedIn(), account, before);
            return unchecked(() -> super.saveUser(user));
        }
        checkAuthorization(Permissions.UPDATE, Resources.USER, account.getId());
        rules.change(signedIn(), account, before);
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String id) {
        String name = rules.details(id).name();
        IdentityOperationResult result = super.deleteUser(id);
        if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
            rules.delete(signedIn(), id, name);
        }
        return result;
    }

    @Override
    public IdentityOperationResult createMembership(String person, String group) {
        rules.join(group);
        IdentityOperationResult result = super.createMembership(person, group);
        rules.record(signedIn(), "membership.added", person + " joined the group " + group + ".");
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String person, String group) {
        IdentityOperationResult result = super.deleteMembership(person, group);
        if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
            rules.record(signedIn(), "membership.removed", person + " left the group " + group + ".");
        }
        return result;
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        IdentityOperationResult result = super.saveGroup(group);
        boolean isNew = IdentityOperationResult.OPERATION_CREATE.equals(result.getOperation());
        rules.record(
                signedIn(),
                isNew ? "group.created" : "group.changed",
                "Group " + group.getId() + " is named “" + group.getName() + "”.");
        return result;
    }

    @Override
    public IdentityOperationResult deleteGroup(String id) {
        IdentityOperationResult result = super.deleteGroup(id);
        if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
            rules.record(signedIn(), "group.deleted", "Group " + id + " was deleted.");
        }
        return result;
    }

    private static IdentityOperationResult unchecked(Callable<IdentityOperationResult> change) {
        return Objects.requireNonNull(Context.getCommandContext().runWithoutAuthorization(change));
    }

    private static @Nullable String signedIn() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }

    /** Takes the place of the engine's own. */
    static final class Factory implements SessionFactory {

        private final AccountRules rules;
        private final Passwords passwords;

        Factory(AccountRules rules, Passwords passwords) {
            this.rules = rules;
            this.passwords = passwords;
        }

        @Override
        public Class<?> getSessionType() {
            return RecordedAccounts.class;
        }

        @Override
        public Session openSession() {
            return new RecordedAccounts(rules, passwords);
        }
    }
}
