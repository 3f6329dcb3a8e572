package gm.sharing.ethics;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.dpia.DpiaAddition;
import gm.sharing.project.ProjectReference;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the ethics panel's advice and the record of the algorithmic tool to the assessment. */
@Component
@Order(2)
class EthicsInDpia implements DpiaAddition {

    private static final Words WORDS = Words.in("ethics/advice");

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
                .map(given -> new FactList(WORDS)
                        .add(
                                "ethics-view",
                                view(given) + "\n\n" + given.advice().summary())
                        .add("ethics-conditions", given.advice().conditions())
                        .facts())
                .orElseGet(() -> ethics.wasSilent(reference)
                        ? List.of(new Fact("ethics-view", WORDS.text("ethics-view"), WORDS.text("not-given")))
                        : List.of());
    }

    @Override
    public Optional<String> advisesAgainst(ProjectReference reference) {
        return ethics.adviceOf(reference)
                .filter(given -> given.stands() && given.advice().advice() == EthicsView.AGAINST)
                .map(given -> WORDS.text("panel"));
    }

    private static Chapter advice(GivenEthicsAdvice given) {
        EthicsAdvice advice = given.advice();
        return new Chapter(
                "ethics",
                WORDS.text("chapter"),
                false,
                List.of(
                        Section.of(
                                "ethics-view",
                                WORDS.text("advice"),
                                new FactList(WORDS)
                                        .add("view", view(given))
                                        .add("given-by", given.by().name())
                                        .add("summary", advice.summary())
                                        .add("conditions", advice.conditions())
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
        String view = WORDS.text(
                "given",
                Map.of(
                        "view",
                        given.advice().advice().label(),
                        "date",
                        Dates.day(given.by().on())));
        return given.stands() ? view : view + " " + WORDS.text("before");
    }

    private static Chapter tool(AlgorithmRecord tool) {
        return new Chapter(
                "algorithm",
                WORDS.text("algorithm"),
                false,
                List.of(Section.of("algorithm", "", new Block.Facts(tool.facts()))));
    }
}
