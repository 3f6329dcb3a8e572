package gm.sharing.workflow.access;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * What a password needs, wherever it is set: length, not kinds of characters, which lead people to patterns. The engine's
 * administration shows these rules.
 */
final class LongPasswords implements PasswordPolicy {

    static final int SHORTEST = 12;

    private final List<PasswordPolicyRule> rules =
            List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }
}
