package gm.sharing.workflow.access;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * What a password needs, wherever it is set: length and nothing common, not kinds of characters, which lead people to patterns. The engine's
 * administration shows these rules.
 */
final class LongPasswords implements PasswordPolicy {

    static final int SHORTEST = 12;

    private final List<PasswordPolicyRule> rules = List.of(
            new PasswordPolicyLengthRuleImpl(SHORTEST),
            new NoNameOfItsPerson(),
            new NotEndless(),
            new UncommonPasswords());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    /** Whether somebody of this id may have it. */
    static boolean allow(String password, String id) {
        UserEntity user = new UserEntity(id);
        return new LongPasswords().rules.stream().allMatch(rule -> rule.execute(password, user));
    }

    /** Names of one to three letters stand in many words: somebody called Ng may have a password with “granite-king” in it. */
    private static final class NoNameOfItsPerson extends PasswordPolicyUserDataRuleImpl {

        private static final int SHORTEST_NAME = 4;

        @Override
        public boolean execute(String password, @Nullable User user) {
            if (user == null) {
                return true;
            }
            UserEntity named = new UserEntity(user.getId());
            named.setFirstName(longEnough(user.getFirstName()));
            named.setLastName(longEnough(user.getLastName()));
            named.setEmail(user.getEmail());
            return super.execute(password, named);
        }

        private static String longEnough(@Nullable String name) {
            return name == null || name.length() < SHORTEST_NAME ? "" : name;
        }
    }

    /** Longer ones are never right: hashing them would only keep a processor busy. */
    private static final class NotEndless implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "At most " + Passwords.LONGEST + " characters.";
        }

        @Override
        public @Nullable Map<String, String> getParameters() {
            return null;
        }

        @Override
        public boolean execute(String password) {
            return password.length() <= Passwords.LONGEST;
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            return execute(password);
        }
    }
}
