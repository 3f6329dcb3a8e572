package gm.sharing.steps.dpia;

import gm.sharing.dpia.Consultation;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks the data protection officers of the lead organisation and of those whom the lead named. */
@Needs({"leadOrganisation", "reviewBy"})
@Sets(@Variable(name = "advisers", type = List.class, whom = Whom.ORGANISATION))
@ModelBean(value = "askForAdvice", in = "dpia")
class AskForAdvice implements ServiceStep {

    private final Dpias dpias;
    private final Clock clock;

    AskForAdvice(Dpias dpias, Clock clock) {
        this.dpias = dpias;
        this.clock = clock;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        var advisers = Stream.concat(
                        Stream.of(instance.organisation("leadOrganisation")),
                        dpias.get(reference).consultation().map(Consultation::advisers).stream()
                                .flatMap(List::stream))
                .distinct()
                .toList();
        var reviewBy = instance.moment("reviewBy").toInstant();
        dpias.requestAdvice(reference, advisers, LocalDate.ofInstant(reviewBy, clock.getZone()));
        instance.set(
                "advisers",
                new ArrayList<>(advisers.stream().map(OrganisationCode::value).toList()));
    }
}
