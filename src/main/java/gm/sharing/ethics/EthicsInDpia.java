package gm.sharing.ethics;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.dpia.DpiaAddition;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the ethics panel's advice and the record of the algorithmic tool to the assessment. */
@Component
@Order(2)
class EthicsInDpia implements DpiaAddition {

    private final Ethics ethics;

    EthicsInDpia(Ethics ethics) {
        this.ethics = ethics;
    }

    @Override
    public List<Chapter> chapters(ProjectReference reference) {
        return Stream.of(
                        ethics.adviceOf(reference).map(EthicsInDpia::advice),
                        ethics.algorithmOf(reference).map(EthicsInDpia::tool))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Fact> publicFacts(ProjectReference reference) {
        return ethics.adviceOf(reference)
                .filter(GivenEthicsAdvice::stands)
                .map(given -> new FactList()
                        .add(
                                "ethics-view",
                                "The ethics panel's view",
                                view(given) + "\n\n" + given.advice().summary())
                        .add(
                                "ethics-conditions",
                                "The ethics panel's conditions",
                                given.advice().conditions())
                        .facts())
                .orElseGet(() -> ethics.wasSilent(reference)
                        ? List.of(
                                new Fact("ethics-view", "The ethics panel's view", "Asked for and not given in time."))
                        : List.of());
    }

    @Override
    public Optional<String> advisesAgainst(ProjectReference reference) {
        return ethics.adviceOf(reference)
                .filter(given -> given.stands() && given.advice().advice() == EthicsView.AGAINST)
                .map(given -> "the ethics panel");
    }

    private static Chapter advice(GivenEthicsAdvice given) {
        EthicsAdvice advice = given.advice();
        return new Chapter(
                "ethics",
                "Advice of the ethics panel",
                false,
                List.of(
                        Section.of(
                                "ethics-view",
                                "Advice",
                                new FactList()
                                        .add("view", "View", view(given))
                                        .add("given-by", "Given by", given.by().name())
                                        .add("summary", "Summary", advice.summary())
                                        .add("conditions", "Conditions", advice.conditions())
                                        .block()),
                        principle("transparency", "Transparency", advice.transparency()),
                        principle("accountability", "Accountability", advice.accountability()),
                        principle("fairness", "Fairness", advice.fairness()),
                        principle("privacy", "Privacy", advice.privacy()),
                        principle("safety", "Safety", advice.safety()),
                        principle("societal-impact", "Societal impact", advice.societalImpact()),
                        principle(
                                "environmental-sustainability",
                                "Environmental sustainability",
                                advice.sustainability()),
                        principle("trade-offs", "Trade-offs", advice.tradeOffs())));
    }

    private static Section principle(String item, String name, String words) {
        return new Section("ethics", item, name, List.of(new Block.Prose(words)), Section.EVERYBODY);
    }

    private static String view(GivenEthicsAdvice given) {
        String view =
                given.advice().advice().label() + " (" + Wording.date(given.by().on()) + ").";
        return given.stands() ? view : view + " It is about the project as it was before.";
    }

    private static Chapter tool(AlgorithmRecord tool) {
        return new Chapter(
                "algorithm",
                "Algorithmic tool",
                false,
                List.of(Section.of("algorithm", "", new Block.Facts(tool.facts()))));
    }
}
