package gm.sharing.dpia;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of risks that stay high with their measures in place (Article 36 of UK GDPR). */
@Service
@Transactional
public class HighRisks {

    private static final Words EVENTS = Words.in("dpia/events");

    private final DpiaLedger ledger;
    private final DpiaVersions versions;

    HighRisks(DpiaLedger ledger, DpiaVersions versions) {
        this.ledger = ledger;
        this.versions = versions;
    }

    /** Takes what the lead does about a risk that stays high. */
    public void answer(ProjectReference reference, HighRiskAnswer answers, Person by) {
        Dpia dpia = ledger.toChange(reference);
        boolean consults = dpia.answerHighRisk(answers);
        ledger.record(
                dpia,
                by.id(),
                consults ? "dpia.consultation-wanted" : "dpia.risk-to-reduce",
                consults
                        ? EVENTS.text("consultation-wanted")
                        : EVENTS.text("risk-to-reduce", Map.of("section", DpiaSection.RISKS.label())));
    }

    /**
     * Takes how the prior consultation ended (Article 36 of UK GDPR).
     *
     * @param highRisks the numbers of the risks that it was about; after {@link ConsultationOutcome#GO_ON} they may stay
     *     high
     */
    public void consulted(
            ProjectReference reference, ConsultationOutcome outcome, Collection<Integer> highRisks, Person by) {
        Dpia dpia = ledger.toChange(reference);
        dpia.consulted(outcome, Set.copyOf(highRisks));
        ledger.record(
                dpia,
                by.id(),
                "dpia.commissioner-consulted",
                EVENTS.text("commissioner-consulted", Map.of("outcome", outcome.label())));
        if (outcome == ConsultationOutcome.STOP) {
            versions.keep(dpia, Occasion.STOPPED, ledger.now(by));
        } else {
            ledger.recordReopened(dpia, false, ledger.now(by), dpia.openSections());
        }
    }
}
