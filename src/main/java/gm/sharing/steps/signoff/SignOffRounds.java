package gm.sharing.steps.signoff;

import gm.sharing.dpia.DpiaOutcomes;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.project.Partner;
import gm.sharing.project.Projects;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.SignOffRules;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import java.util.List;

/** What the models ask about a round of sign-off and the partners in it. */
@ModelBean("signOffRounds")
public class SignOffRounds {

    private final SignOffs signOffs;
    private final BoardDecisions board;
    private final SignOffRules rules;
    private final Projects projects;
    private final People people;
    private final DpiaOutcomes assessed;

    SignOffRounds(
            SignOffs signOffs,
            BoardDecisions board,
            SignOffRules rules,
            Projects projects,
            People people,
            DpiaOutcomes assessed) {
        this.assessed = assessed;
        this.signOffs = signOffs;
        this.board = board;
        this.rules = rules;
        this.projects = projects;
        this.people = people;
    }

    /** Whether the Information Board stopped the project in this round, so that nobody need decide any more. */
    @Needs("round")
    public boolean stopped(Instance execution) {
        return board.stopped(execution.reference(), execution.round());
    }

    /** Whether the partner has yet to decide; its process may be a moment behind. */
    @Needs({"partner", "round"})
    public boolean awaited(Instance execution) {
        return signOffs.get(SignOffExecution.id(execution)).isOpen();
    }

    /**
     * Whether the agreement needs the partner's signature: the rule of sign-off asks for it as things stand now, or the
     * project cannot go on without the partner.
     */
    @Needs({"partner", "round"})
    public boolean needed(Instance execution) {
        return rules.needs(SignOffExecution.id(execution));
    }

    /** Whether the Information Board has to approve the rule of sign-off before the agreement is sent out. */
    public boolean ruleAwaitsApproval(Instance execution) {
        return projects.get(execution.reference()).signOffRuleAwaitsApproval();
    }

    /** How many people sign for the partner, as the table said when the round was opened. */
    public int signatories(Instance execution) {
        return signOffs.get(SignOffExecution.id(execution)).asking().signatories();
    }

    /** The role of the partner as the decision tables name it. */
    @Needs("partner")
    public String role(Instance execution) {
        return projects.partner(execution.reference(), execution.partner())
                .map(Partner::role)
                .orElseThrow(() -> new IllegalStateException(
                        execution.partner() + " is not a partner of " + execution.reference()))
                .code();
    }

    /** Whether confidential information about health or adult social care flows from or to the partner. */
    @Needs("partner")
    public boolean confidentialCare(Instance execution) {
        return projects.confidentialCare(execution.reference(), execution.partner());
    }

    /** Whether the partner gives such information to others. */
    @Needs("partner")
    public boolean givesConfidentialCare(Instance execution) {
        return projects.givesConfidentialCare(execution.reference(), execution.partner());
    }

    /** Whether anybody is the partner's Caldicott Guardian today. */
    @Needs("partner")
    public boolean hasGuardian(Instance execution) {
        return !people.held(List.of(Role.CALDICOTT_GUARDIAN.groupOf(execution.partner())))
                .isEmpty();
    }

    /** Whether the approved assessment leaves a high risk. */
    public boolean residualHigh(Instance execution) {
        return assessed.leavesHighRisk(execution.reference());
    }
}
