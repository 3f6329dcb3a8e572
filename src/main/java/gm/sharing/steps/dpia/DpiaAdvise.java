package gm.sharing.steps.dpia;

import gm.sharing.dpia.Advice;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.MarkedSection;
import gm.sharing.dpia.OrganisationAdvice;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.OwnerOptions;
import gm.sharing.workflow.form.Prefill;
import gm.sharing.workflow.gate.expression.Needs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A data protection officer reads the whole assessment, marks each section and advises. */
@Needs("adviser")
@Component
class DpiaAdvise implements FormHandler<Advice> {

    private final Dpias dpias;
    private final LastRound lastRound;
    private final ReviewText review;
    private final EthicsText ethics;
    private final OwnerOptions owners;
    private final Prefill prefill;
    private final AssessmentText assessment;

    DpiaAdvise(
            Dpias dpias,
            LastRound lastRound,
            ReviewText review,
            EthicsText ethics,
            OwnerOptions owners,
            Prefill prefill,
            AssessmentText assessment) {
        this.assessment = assessment;
        this.dpias = dpias;
        this.lastRound = lastRound;
        this.review = review;
        this.ethics = ethics;
        this.owners = owners;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "dpia-advise";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpo-advice");
    }

    @Override
    public Class<Advice> answers() {
        return Advice.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        OrganisationCode adviser = adviser(task);
        Map<String, Object> values = new HashMap<>(assessment.bySection(dpia));
        lastRound.link(dpia).ifPresent(link -> values.put("changes", link));
        lastRound
                .marks(dpia, adviser)
                .forEach((section, mark) ->
                        values.merge(section.code() + "Text", mark, (text, earlier) -> earlier + "\n\n" + text));
        values.put("ownerOptions", owners.of(task.reference()));
        values.put("riskOverview", AssessmentText.overview(dpia.risks()));
        ethics.advice(task.reference()).ifPresent(advice -> values.put("ethicsAdvice", advice));
        dpia.adviceRound().marks().stream()
                .filter(mark -> mark.organisation().equals(adviser))
                .filter(mark -> stands(dpia, mark))
                .forEach(mark -> values.put(mark.section().code(), prefill.with(mark.mark())));
        dpia.adviceRound()
                .adviceOf(adviser)
                .filter(advice -> advice.view() != null)
                .ifPresent(advice -> values.put("lastAdvice", review.lastAdvice(dpia, advice)));
        return values;
    }

    /** A mark is filled in again for a section that nobody saved since; another section has to be read anew. */
    private static boolean stands(Dpia dpia, MarkedSection mark) {
        Optional<By> advised = dpia.adviceRound().adviceOf(mark.organisation()).map(OrganisationAdvice::by);
        By saved = dpia.section(mark.section()).saved();
        return saved == null
                || advised.filter(by -> saved.at().isBefore(by.at())).isPresent();
    }

    @Override
    public Map<String, Object> accept(Advice answers, FormTask task, Person by) {
        dpias.advise(task.reference(), adviser(task), answers, by);
        return Map.of();
    }

    private static OrganisationCode adviser(FormTask task) {
        return new OrganisationCode(task.text("adviser"));
    }
}
