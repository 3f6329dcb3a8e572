package gm.sharing.steps.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.RiskList;
import gm.sharing.dpia.SuggestedRisk;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.OwnerOptions;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lead names the risks and what is done about them. */
@Component
class DpiaRisks implements FormHandler<RiskList> {

    private final Dpias dpias;
    private final OwnerOptions owners;
    private final ReviewText review;
    private final Prefill prefill;

    DpiaRisks(Dpias dpias, OwnerOptions owners, ReviewText review, Prefill prefill) {
        this.dpias = dpias;
        this.owners = owners;
        this.review = review;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "dpia-risks";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<RiskList> answers() {
        return RiskList.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values = new HashMap<>();
        values.put("ownerOptions", owners.of(task.reference()));
        List<Map<String, Object>> rows = rows(dpia);
        if (!rows.isEmpty()) {
            values.put("risks", rows);
        }
        if (!dpia.riskRegister().openSuggestions().isEmpty()) {
            values.put(
                    "suggested",
                    dpia.riskRegister().openSuggestions().stream()
                            .map(SuggestedRisk::label)
                            .collect(joining(", ")));
        }
        if (dpia.riskRegister().staysHigh()) {
            values.put("staysHigh", AssessmentText.staysHigh(dpia));
        }
        review.comments(dpia, DpiaSection.RISKS).ifPresent(comments -> values.put("comments", comments));
        return values;
    }

    /** What was written before, and behind it what is suggested: how far a measure goes is for the lead to say. */
    private List<Map<String, Object>> rows(Dpia dpia) {
        return Stream.concat(
                        dpia.risks().stream().map(GradedRisk::risk).map(prefill::with),
                        dpia.riskRegister().openSuggestions().stream().map(DpiaRisks::row))
                .toList();
    }

    private static Map<String, Object> row(SuggestedRisk suggestion) {
        return Map.of(
                "number", suggestion.label(),
                "source", suggestion.source(),
                "impact", suggestion.impact(),
                "likelihood", suggestion.likelihood(),
                "severity", suggestion.severity(),
                "measure", suggestion.measure());
    }

    @Override
    public Map<String, Object> accept(RiskList answers, FormTask task, Person by) {
        dpias.assessRisks(task.reference(), answers, by);
        return Map.of();
    }

    @Override
    public Optional<String> doneBy(ProjectReference reference) {
        return ReviewText.savedBy(dpias.get(reference), DpiaSection.RISKS);
    }
}
