package gm.sharing.dpia;

import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether an assessment is needed, where the screening leaves that to people. */
@Service
@Transactional
public class DpiaNeed {

    private static final Words EVENTS = Words.in("dpia/events");

    private final DpiaLedger ledger;
    private final DpiaVersions versions;
    private final Independence independence;

    DpiaNeed(DpiaLedger ledger, DpiaVersions versions, Independence independence) {
        this.ledger = ledger;
        this.versions = versions;
        this.independence = independence;
    }

    /**
     * Takes the advice of the lead organisation's data protection officer on whether a DPIA is needed, where the screening
     * leaves it open (Article 35(2) of UK GDPR). A DPIA that is asked for is carried out; that none is needed is for the
     * signatory to decide.
     */
    public void advise(ProjectReference reference, NoDpia answers, Person by) {
        Dpia dpia = ledger.toChange(reference);
        By officer = independence.adviser(reference, independence.lead(reference), by);
        dpia.adviseOnNeed(answers, officer);
        ledger.record(
                dpia,
                by.id(),
                answers.dpiaNeeded() ? "dpia.needed" : "dpia.not-needed",
                EVENTS.text(answers.dpiaNeeded() ? "needed" : "not-needed") + DpiaLedger.deputy(officer));
        if (!answers.dpiaNeeded()) {
            versions.keep(dpia, Occasion.NOT_REQUIRED, officer);
        }
    }

    /** Takes the decision of the lead organisation's signatory whether to go on without a DPIA, as was advised. */
    public void decide(ProjectReference reference, NeedDecision answers, Person by) {
        Dpia dpia = ledger.toChange(reference);
        By signatory = independence.decider(reference, by);
        dpia.decideNeed(answers, signatory);
        ledger.record(
                dpia,
                by.id(),
                answers.dpiaNeeded() ? "dpia.dpia-decided" : "dpia.no-dpia-decided",
                EVENTS.text(answers.dpiaNeeded() ? "dpia-decided" : "no-dpia-decided") + DpiaLedger.deputy(signatory));
        if (!answers.dpiaNeeded()) {
            versions.keep(dpia, Occasion.NOT_REQUIRED, signatory);
        }
    }
}
