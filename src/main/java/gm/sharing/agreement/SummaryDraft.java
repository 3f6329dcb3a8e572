package gm.sharing.agreement;

import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Wording;
import gm.sharing.dpia.DpiaOutcome;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Needs;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;

/**
 * Writes the first page of an agreement. It fits whatever was typed; the parts hold the whole.
 *
 * @param vision of the project
 * @param kinds say what the law calls the data
 * @param clauses within the agreement, for they refer to its parts
 */
record SummaryDraft(
        String vision,
        Needs needs,
        DataKinds kinds,
        PartiesDraft parties,
        FlowDraft flows,
        DpiaOutcome dpia,
        ArrangementsDraft arrangements,
        Words clauses) {

    /** How many letters of a list there is room for. */
    private static final int FITS = 400;

    static final String SIGNATURES_NEEDED = "signatures-needed";
    static final String DPO_VIEW = "view-of-the-data-protection-officer";
    static final String RISKS_LEFT = "risks-that-remain";

    private static final Words SUMMARY = Words.in("agreement/summary");

    List<Fact> facts() {
        DataInBrief shared =
                new DataInBrief(needs.dataItems(), kinds, !flows.article9().isEmpty(), FITS, clauses);
        return new FactList(SUMMARY)
                .add("what-it-is-for", Wording.opening(vision))
                .add("led-by", parties.leader())
                .add("parties", namesOfParties())
                .add(SIGNATURES_NEEDED, parties.signOffRule())
                .add("about-whom", Wording.opening(needs.dataSubjects()))
                .add("what-is-shared", shared.all())
                .add("special-category-data", shared.special())
                .add("criminal-offence-data", shared.criminal())
                .add("lawful-basis", flows.article6())
                .add("article-9", flows.article9())
                .add("schedule-1", shared.holdsCriminalOffenceData() ? flows.schedule1() : "")
                .add("legal-power", brief(flows.powers(), "many-powers"))
                .add("part-3", flows.lawEnforcement())
                .add("dpia", dpia.headline())
                .add(DPO_VIEW, officersViews())
                .add(RISKS_LEFT, dpia.risks())
                .add("kept-for", arrangements.keptFor())
                .add("period", arrangements.period(clauses))
                .facts();
    }

    private String namesOfParties() {
        List<String> names = parties.names();
        String all = Wording.items(names);
        return all.length() <= FITS ? all : count("many-parties", names);
    }

    private String officersViews() {
        return brief(
                dpia.views().stream()
                        .map(view -> view.name() + ": " + view.answer())
                        .toList(),
                "many-views");
    }

    private String brief(List<String> answers, String whenMore) {
        return switch (answers.size()) {
            case 0 -> "";
            case 1 -> answers.get(0);
            case 2, 3 -> Wording.list(answers);
            default -> count(whenMore, answers);
        };
    }

    private String count(String clause, List<String> all) {
        return clauses.text(clause, Map.of("count", all.size()));
    }
}
