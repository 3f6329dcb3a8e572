package gm.sharing.steps.signoff;

import gm.sharing.dpia.DpiaOutcomes;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.project.Partner;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffRules;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

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
    public boolean stopped(DelegateExecution execution) {
        return board.stopped(reference(execution), round(execution));
    }

    /** Whether the partner has yet to decide; its process may be a moment behind. */
    @Needs({"partner", "round"})
    public boolean awaited(DelegateExecution execution) {
        return signOffs.get(signOff(execution)).isOpen();
    }

    /**
     * Whether the agreement needs the partner's signature: the rule of sign-off asks for it as things stand now, or the
     * project cannot go on without the partner.
     */
    @Needs({"partner", "round"})
    public boolean needed(DelegateExecution execution) {
        return rules.needs(signOff(execution));
    }

    /** Whether the Information Board has to approve the rule of sign-off before the agreement is sent out. */
    public boolean ruleAwaitsApproval(DelegateExecution execution) {
        return projects.get(reference(execution)).signOffRuleAwaitsApproval();
    }

    /** How many people sign for the partner, as the table said when the round was opened. */
    public int signatories(DelegateExecution execution) {
        return signOffs.get(signOff(execution)).asking().signatories();
    }

    /** The role of the partner as the decision tables name it. */
    @Needs("partner")
    public String role(DelegateExecution execution) {
        return projects.partner(reference(execution), partner(execution))
                .map(Partner::role)
                .orElseThrow(() ->
                        new IllegalStateException(partner(execution) + " is not a partner of " + reference(execution)))
                .code();
    }

    /** Whether confidential information about health or adult social care flows from or to the partner. */
    @Needs("partner")
    public boolean confidentialCare(DelegateExecution execution) {
        return projects.confidentialCare(reference(execution), partner(execution));
    }

    /** Whether the partner gives such information to others. */
    @Needs("partner")
    public boolean givesConfidentialCare(DelegateExecution execution) {
        return projects.givesConfidentialCare(reference(execution), partner(execution));
    }

    /** Whether anybody is the partner's Caldicott Guardian today. */
    @Needs("partner")
    public boolean hasGuardian(DelegateExecution execution) {
        return !people.held(List.of(Role.CALDICOTT_GUARDIAN.groupOf(partner(execution))))
                .isEmpty();
    }

    /** Whether the approved assessment leaves a high risk. */
    public boolean residualHigh(DelegateExecution execution) {
        return assessed.leavesHighRisk(reference(execution));
    }

    static ProjectReference reference(DelegateExecution execution) {
        return new ProjectReference(execution.getProcessBusinessKey());
    }

    static SignOffId signOff(DelegateExecution execution) {
        return new SignOffId(reference(execution), round(execution), partner(execution));
    }

    static int round(DelegateExecution execution) {
        return ((Number) execution.getVariable("round")).intValue();
    }

    private static OrganisationCode partner(DelegateExecution execution) {
        return new OrganisationCode((String) execution.getVariable("partner"));
    }
}
