package gm.sharing.steps.dpia;

import gm.sharing.Dates;
import gm.sharing.document.Fact;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.ethics.Ethics;
import gm.sharing.ethics.GivenEthicsAdvice;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.Answers;
import gm.sharing.question.InDocument;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in forms what the ethics panel advised and which algorithmic tool the project uses. */
@Component
class EthicsText {

    private static final Words WORDS = Words.in("dpia/situation");

    private final Ethics ethics;
    private final Answers answers;

    EthicsText(Ethics ethics, Answers answers) {
        this.ethics = ethics;
        this.answers = answers;
    }

    /** The panel's last advice. */
    Optional<String> advice(ProjectReference reference) {
        Optional<String> given = ethics.adviceOf(reference).map(EthicsText::advice);
        String silence = WORDS.text("panel-silent");
        return ethics.wasSilent(reference)
                ? Optional.of(given.map(earlier -> silence + "\n\n" + earlier).orElse(silence))
                : given;
    }

    private static String advice(GivenEthicsAdvice given) {
        var advice = given.advice();
        var said = WORDS.text(
                        given.stands() ? "panel" : "panel-before",
                        Map.of(
                                "view", advice.advice().label(),
                                "person", Markdown.plain(given.by().name()),
                                "date", Dates.day(given.by().on())))
                + "\n\n" + Markdown.quoted(advice.summary());
        var conditions = advice.conditions();
        return conditions == null ? said : said + "\n\n" + Markdown.answer(WORDS.text("conditions"), conditions);
    }

    /** The record of the algorithmic tool. */
    Optional<String> algorithm(ProjectReference reference) {
        return ethics.algorithmOf(reference)
                .map(tool -> AlgorithmRecord.facts(tool, answers.in(InDocument.DPIA, reference)))
                .map(EthicsText::answers);
    }

    private static String answers(List<Fact> facts) {
        return facts.stream()
                .map(fact -> Markdown.answer(fact.name(), fact.answer()))
                .collect(Collectors.joining("\n\n"));
    }
}
