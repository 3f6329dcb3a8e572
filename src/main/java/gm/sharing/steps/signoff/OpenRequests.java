package gm.sharing.steps.signoff;

import gm.sharing.agreement.Agreements;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The changes that partners asked for and that the lead has not answered yet: the Board may go on without one partner
 * before the lead could answer another.
 */
@Component
public class OpenRequests {

    private static final Set<SignOffState> ASKING =
            EnumSet.of(SignOffState.CHANGES_REQUESTED, SignOffState.SIGNATURE_WITHDRAWN);

    private final SignOffs signOffs;
    private final Projects projects;
    private final Agreements agreements;
    private final RequestTexts texts;

    OpenRequests(SignOffs signOffs, Projects projects, Agreements agreements, RequestTexts texts) {
        this.signOffs = signOffs;
        this.projects = projects;
        this.agreements = agreements;
        this.texts = texts;
    }

    /** What they ask for, in Markdown; empty when everything is answered. */
    public String of(ProjectReference reference) {
        var answered = projects.get(reference).revisions().stream()
                .map(revision -> revision.by().at())
                .reduce(Instant.MIN, (earlier, later) -> later);
        var open = signOffs.standing(reference).stream()
                .filter(signOff -> ASKING.contains(signOff.state()))
                .filter(signOff ->
                        signOff.decisive().orElseThrow().speaker().by().at().isAfter(answered))
                .toList();
        return open.isEmpty() ? "" : texts.of(open, agreements.latest(reference).content());
    }
}
