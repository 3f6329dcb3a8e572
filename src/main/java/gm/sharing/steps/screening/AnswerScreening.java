package gm.sharing.steps.screening;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.dpia.AutomatedDecisions;
import gm.sharing.dpia.Criterion;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Screening;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.form.Prefill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lead answers what the screening cannot read in the description of the project. */
@Component
class AnswerScreening implements FormHandler<Screening> {

    private static final Words WORDS = Words.in("dpia/screening");

    private final Dpias dpias;
    private final ProjectFacts facts;
    private final Criteria criteria;
    private final ProjectInBrief brief;
    private final Prefill prefill;

    AnswerScreening(Dpias dpias, ProjectFacts facts, Criteria criteria, ProjectInBrief brief, Prefill prefill) {
        this.dpias = dpias;
        this.facts = facts;
        this.criteria = criteria;
        this.brief = brief;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "answer-screening";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<Screening> answers() {
        return Screening.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        ProjectReference reference = task.reference();
        Map<String, Object> values = new HashMap<>();
        values.put("information", brief.information(reference));
        values.put("found", found(criteria.of(reference).all()));
        SaidOfProject said = facts.of(reference);
        for (String fact : List.of("personalData", "matching", "vulnerable", "genetic", "vulnerableInWords")) {
            values.put(fact, said.inputs().get(fact));
        }
        if (!said.personalData()) {
            values.putAll(prefill.with(Screening.no()));
        }
        dpias.find(reference)
                .flatMap(Dpia::screening)
                .ifPresent(before -> values.putAll(prefill.with(before.askedAgain())));
        dpias.find(reference)
                .filter(dpia -> dpia.status() == DpiaStatus.APPROVED)
                .ifPresent(dpia -> values.put("approvedDpia", dpia.headline()));
        return values;
    }

    private static String found(List<Criterion> criteria) {
        return criteria.isEmpty()
                ? WORDS.text("none-so-far")
                : criteria.stream()
                        .map(criterion -> "- " + Markdown.plain(criterion.inWords()))
                        .collect(joining("\n"));
    }

    @Override
    public Map<String, Object> accept(Screening answers, FormTask task, Person by) {
        SaidOfProject said = facts.of(task.reference());
        List<Complaint> complaints = new ArrayList<>();
        mustSay(complaints, "unexpected", answers.unexpected(), said.matching());
        mustSay(complaints, "targeting", answers.targeting(), said.isAboutVulnerablePeople());
        mustSay(complaints, "directCare", answers.directCare(), said.genetic());
        mustSay(complaints, "publicArea", answers.publicArea(), answers.monitoring());
        mustSay(
                complaints,
                "algorithmicTool",
                answers.algorithmicTool(),
                answers.ai() || answers.profiling() || answers.automatedDecisions() != AutomatedDecisions.NONE);
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
        dpias.screen(task.reference(), answers, by);
        return Map.of();
    }

    /** A question that the form hides when it does not arise; Tasklist sends no hidden answers. */
    private static void mustSay(List<Complaint> complaints, String field, @Nullable Boolean answer, boolean arises) {
        if (arises && answer == null) {
            complaints.add(Complaint.of(field, "say yes or no."));
        }
    }
}
