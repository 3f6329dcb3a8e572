package gm.sharing.steps.dpia;

import gm.sharing.dpia.Consultation;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks the data protection officers of the lead organisation and of those whom the lead named. */
@Needs({"leadOrganisation", "reviewBy"})
@Sets(@Variable(name = "advisers", type = List.class))
@ModelBean(value = "askForAdvice", in = "dpia")
class AskForAdvice implements JavaDelegate {

    private final Dpias dpias;
    private final Clock clock;

    AskForAdvice(Dpias dpias, Clock clock) {
        this.dpias = dpias;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        var advisers = Stream.concat(
                        Stream.of(new OrganisationCode((String) execution.getVariable("leadOrganisation"))),
                        dpias.get(reference).consultation().map(Consultation::advisers).stream()
                                .flatMap(List::stream))
                .distinct()
                .toList();
        var reviewBy = ((Date) execution.getVariable("reviewBy")).toInstant();
        dpias.requestAdvice(reference, advisers, LocalDate.ofInstant(reviewBy, clock.getZone()));
        execution.setVariable(
                "advisers",
                new ArrayList<>(advisers.stream().map(OrganisationCode::value).toList()));
    }
}
