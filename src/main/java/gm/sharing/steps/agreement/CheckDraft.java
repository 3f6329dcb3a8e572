package gm.sharing.steps.agreement;

import gm.sharing.NeededBy;
import gm.sharing.Refused;
import gm.sharing.Texts;
import gm.sharing.agreement.Agreements;
import gm.sharing.code.CodesInForce;
import gm.sharing.dpia.AutomatedDecisions;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.Flow;
import gm.sharing.project.Law;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.Counterparties;
import gm.sharing.signoff.RoundPlan;
import gm.sharing.signoff.StandingSignature;
import gm.sharing.signoff.Widenings;
import gm.sharing.steps.proposal.OrganisationOptions;
import gm.sharing.steps.signoff.OpenRequests;
import gm.sharing.steps.signoff.RoundPlans;
import gm.sharing.steps.signoff.VacantOffices;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormLabels;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lead checks the draft agreement and whom it goes to, and sends it out, or goes back to revise. */
@Sets(@Variable(name = "sendOut", type = Boolean.class))
@Component
class CheckDraft implements FormHandler<CheckDraft.Answer> {

    private final Agreements agreements;
    private final Projects projects;
    private final Dpias dpias;
    private final Directory directory;
    private final OpenRequests requests;
    private final RoundPlans plans;
    private final Widenings widenings;
    private final OrganisationOptions organisations;
    private final VacantOffices vacancies;
    private final Counterparties counterparties;
    private final DatesOfDraft dates;
    private final CodesInForce codes;
    private final FormLabels labels;

    CheckDraft(
            Agreements agreements,
            Projects projects,
            Dpias dpias,
            Directory directory,
            OpenRequests requests,
            RoundPlans plans,
            Widenings widenings,
            OrganisationOptions organisations,
            VacantOffices vacancies,
            Counterparties counterparties,
            DatesOfDraft dates,
            CodesInForce codes,
            FormLabels labels) {
        this.agreements = agreements;
        this.projects = projects;
        this.dpias = dpias;
        this.directory = directory;
        this.requests = requests;
        this.plans = plans;
        this.widenings = widenings;
        this.organisations = organisations;
        this.vacancies = vacancies;
        this.counterparties = counterparties;
        this.dates = dates;
        this.codes = codes;
        this.labels = labels;
    }

    /**
     * The answers of the form.
     *
     * @param sendOut whether the draft goes to the partners as it is
     * @param widen whom the lead asks although their signatures would stand
     * @param widenReason why
     */
    @NeededBy("the check of the draft")
    record Answer(
            @NotNull Boolean sendOut,
            List<@NotNull OrganisationCode> widen,
            @Nullable @Size(max = Texts.LONG) String widenReason) {}

    @Override
    public String form() {
        return "check-draft";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<CheckDraft.Answer> answers() {
        return CheckDraft.Answer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        SharingProject project = projects.get(task.reference());
        String version = agreements.latestNumber(task.reference());
        RoundPlan plan = plans.of(task.reference());
        Map<String, Object> values = new HashMap<>();
        values.put("version", version);
        values.put("document", "/projects/%s/agreement/%s".formatted(task.reference(), version));
        values.put("rule", rule(project));
        values.put("dates", dates.note(project));
        values.put(
                "asked",
                plan.asked().stream()
                        .map(asked -> row(asked.partner(), asked.because()))
                        .toList());
        values.put(
                "standing",
                plan.standing().stream()
                        .map(standing -> row(standing.partner(), standing.because()))
                        .toList());
        values.put(
                "standingOptions",
                organisations.of(
                        plan.standing().stream().map(StandingSignature::partner).toList()));
        values.put("vacancies", vacancies.of(project));
        values.put("requests", requests.of(task.reference()));
        return values;
    }

    private String rule(SharingProject project) {
        return Markdown.plain(project.signOffRuleNow().words(directory::nameOf))
                + (project.signOffRuleAwaitsApproval()
                        ? " " + Words.in("sign-off/rule").text("board-approves")
                        : "");
    }

    private Map<String, String> row(OrganisationCode partner, String because) {
        return Map.of("partner", directory.nameOf(partner), "because", because);
    }

    @Override
    public Map<String, Object> accept(Answer answers, FormTask task, Person by) {
        if (answers.sendOut()) {
            refuseWhatNobodyCanRead(task);
            dates.mustBeInTime(projects.get(task.reference()));
            counterparties.complaint(projects.get(task.reference()).flows()).ifPresent(complaint -> {
                throw Refused.of("sendOut", complaint);
            });
            if (dpias.find(task.reference())
                    .flatMap(Dpia::screening)
                    .filter(screening -> screening.automatedDecisions() == AutomatedDecisions.ALONE)
                    .isPresent()) {
                mustAllowDecisionsByAMachineAlone(projects.get(task.reference()).flows());
            }
            widen(answers, task, by);
        } else if (!answers.widen().isEmpty()) {
            throw Refused.of("widen", "choose to send the draft out, or ask nobody else.");
        } else {
            projects.sentBackToLead(task.reference());
        }
        return Map.of("sendOut", answers.sendOut());
    }

    private void mustAllowDecisionsByAMachineAlone(List<Flow> flows) {
        try {
            new Law(codes.now()).mustAllowDecisionsByAMachineAlone(flows);
        } catch (Refused refused) {
            throw labels.labelled("describe-flows", refused);
        }
    }

    /** Forms refuse it where it is typed; a draft may be older than that. */
    private void refuseWhatNobodyCanRead(FormTask task) {
        List<String> unshown = agreements.latest(task.reference()).content().unshown();
        if (!unshown.isEmpty()) {
            throw Refused.of(
                    "sendOut",
                    String.join(". ", unshown) + ". Send the draft back, and change it where you described it.");
        }
    }

    private void widen(Answer answers, FormTask task, Person by) {
        if (!answers.widen().isEmpty()) {
            widenings.widen(
                    task.reference(),
                    agreements.latestNumber(task.reference()),
                    answers.widen(),
                    answers.widenReason(),
                    plans.of(task.reference()),
                    by);
        }
    }
}
