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
                                "The ethics panel's view",
                                view(given) + "\n\n" + given.advice().summary())
                        .add("The ethics panel's conditions", given.advice().conditions())
                        .facts())
                .orElseGet(() -> ethics.wasSilent(reference)
                        ? List.of(new Fact("The ethics panel's view", "Asked for and not given in time."))
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
                "Advice of the ethics panel",
                false,
                List.of(
                        Section.of(
                                "ethics-view",
                                "Advice",
                                new FactList()
                                        .add("View", view(given))
                                        .add("Given by", given.by().name())
                                        .add("Summary", advice.summary())
                                        .add("Conditions", advice.conditions())
                                        .block()),
                        principle("Transparency", advice.transparency()),
                        principle("Accountability", advice.accountability()),
                        principle("Fairness", advice.fairness()),
                        principle("Privacy", advice.privacy()),
                        principle("Safety", advice.safety()),
                        principle("Societal impact", advice.societalImpact()),
                        principle("Environmental sustainability", advice.sustainability()),
                        principle("Trade-offs", advice.tradeOffs())));
    }

    private static Section principle(String name, String words) {
        return new Section("ethics", name, name, List.of(new Block.Prose(words)), Section.EVERYBODY);
    }

    private static String view(GivenEthicsAdvice given) {
        String view =
                given.advice().advice().label() + " (" + Wording.date(given.by().on()) + ").";
        return given.stands() ? view : view + " It is about the project as it was before.";
    }

    private static Chapter tool(AlgorithmRecord tool) {
        return new Chapter(
                "Algorithmic tool", false, List.of(Section.of("algorithm", "", new Block.Facts(tool.facts()))));
    }
}
