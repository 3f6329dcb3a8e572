package gm.sharing.workflow.sharingproject;

import gm.sharing.Refused;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.Agreements;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.document.Change;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Partner;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.model.ModelBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Puts the newest version to the partners. At first all who sign are asked; later those whom the changes since their own
 * signature concern, and those whose signature does not stand.
 */
@ModelBean("openRound")
class OpenRound implements JavaDelegate {

    private final Projects projects;
    private final Agreements agreements;
    private final SignOffs signOffs;
    private final SignOffTables tables;
    private final WorkingDays workingDays;
    private final Clock clock;

    OpenRound(
            Projects projects,
            Agreements agreements,
            SignOffs signOffs,
            SignOffTables tables,
            WorkingDays workingDays,
            Clock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var project = projects.get(SignOffRounds.reference(execution));
        var version = agreements.latest(project.reference());
        var asked = asked(project, version);
        var due = workingDays.from(Date.from(clock.instant()), tables.days(project));
        var round = signOffs.open(project.reference(), version.number(), version.digest(), due.toInstant(), asked);
        projects.sentForSignOff(project.reference());
        execution.setVariable("round", round);
        execution.setVariable(
                "partners",
                new ArrayList<>(asked.stream().map(OrganisationCode::value).toList()));
    }

    private List<OrganisationCode> asked(SharingProject project, AgreementVersion version) {
        Map<OrganisationCode, SignOff> lastAsked = signOffs.of(project.reference()).stream()
                .collect(Collectors.toMap(SignOff::partner, Function.identity(), (earlier, later) -> later));
        Map<String, List<Change>> changesSince = new HashMap<>();
        var signing = project.partners().stream()
                .filter(partner -> tables.signs(project, partner))
                .map(Partner::organisation)
                .toList();
        if (signing.isEmpty()) {
            throw new Refused(
                    "By the table sign-off-roles no partner signs, so there is nobody to send the agreement to.");
        }
        return signing.stream()
                .filter(partner -> {
                    var last = lastAsked.get(partner);
                    return last == null
                            || !last.isSigned()
                            || changesSince
                                    .computeIfAbsent(
                                            last.agreedVersion(),
                                            signed -> agreements.changes(project.reference(), signed, version.number()))
                                    .stream()
                                    .anyMatch(change -> tables.concerns(change, partner));
                })
                .toList();
    }
}
