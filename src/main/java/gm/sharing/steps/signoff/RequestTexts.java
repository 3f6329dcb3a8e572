package gm.sharing.steps.signoff;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.signoff.SignOff;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says to the lead what partners decided, and section by section what they say about the agreement. */
@Component
public class RequestTexts {

    private static final Words WORDS = Words.in("sign-off/situation");

    private final SignOffTexts texts;
    private final SectionComments comments;

    RequestTexts(SignOffTexts texts, SectionComments comments) {
        this.texts = texts;
        this.comments = comments;
    }

    /**
     * In Markdown; empty when there are none.
     *
     * @param content of the version that they decided about
     */
    String of(Collection<SignOff> signOffs, AgreementContent content) {
        var decisions = signOffs.stream().map(this::decision).collect(Collectors.joining("\n\n"));
        var bySection = comments(signOffs, content);
        return bySection.isEmpty() ? decisions : decisions + "\n\n" + bySection;
    }

    /** The comments of all of them, whatever they decided; empty when nobody commented. */
    public String comments(Collection<SignOff> signOffs, AgreementContent content) {
        var bySection = comments.of(signOffs, content);
        return bySection.isEmpty() ? "" : "## " + WORDS.text("comments") + "\n\n" + bySection;
    }

    /** What one partner decided, and what it said with it beside its comments. */
    public String decision(SignOff signOff) {
        String title = WORDS.text(
                signOff.said().reviews().dissent() ? "decided-dissents" : "decided",
                Map.of(
                        "partner", texts.name(signOff.partner()),
                        "state", signOff.state().label()));
        return "## " + title + "\n\n" + texts.decisions(signOff);
    }
}
