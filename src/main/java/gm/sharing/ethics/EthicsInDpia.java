package gm.sharing.ethics;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.dpia.DpiaAddition;
import gm.sharing.dpia.DpiaPart;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.FurtherAnswers;
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
    public List<Chapter> chapters(ProjectReference reference, FurtherAnswers answers) {
        List<Section> advice = answers.with(
                DpiaPart.ETHICS,
                ethics.adviceOf(reference).map(EthicsInDpia::advice).stream().toList());
        List<Fact> tool = AlgorithmRecord.facts(ethics.algorithmOf(reference).orElse(null), answers);
        return Stream.of(
                        chapter(DpiaPart.ETHICS, "chapter", advice),
                        chapter(
                                DpiaPart.ALGORITHM,
                                "algorithm",
                                tool.isEmpty()
                                        ? List.of()
                                        : List.of(Section.of(DpiaPart.ALGORITHM, "", new Block.Facts(tool)))))
                .filter(chapter -> !chapter.sections().isEmpty())
                .toList();
    }

    private static Chapter chapter(String key, String title, List<Section> sections) {
        return new Chapter(key, WORDS.text(title), false, sections);
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

    private static Section advice(GivenEthicsAdvice given) {
        return Section.of(
                "ethics-view",
                WORDS.text("advice"),
                new FactList(WORDS)
                        .add("view", view(given))
                        .add("given-by", given.by().name())
                        .add("summary", given.advice().summary())
                        .add("conditions", given.advice().conditions())
                        .block());
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
}
