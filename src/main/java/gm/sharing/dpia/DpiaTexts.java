package gm.sharing.dpia;

import gm.sharing.question.Answers;
import gm.sharing.question.InDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was written in assessments. */
@Service
@Transactional(readOnly = true)
public class DpiaTexts {

    private final Answers answers;

    DpiaTexts(Answers answers) {
        this.answers = answers;
    }

    /** What the assessment says as it is now. */
    public DpiaText of(Dpia dpia) {
        return new DpiaText(dpia, answers.in(InDocument.DPIA, dpia.reference()));
    }
}
