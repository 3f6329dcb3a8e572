package gm.sharing.steps.signoff;

import gm.sharing.organisation.Person;
import gm.sharing.project.Projects;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.RefusalDecision;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The Information Board decides after a partner refused. */
@Needs("round")
@Sets(@Variable(name = "boardDecision", codes = RefusalDecision.Choice.class))
@Component
class DecideRefusal implements FormHandler<RefusalDecision> {

    private final SignOffs signOffs;
    private final BoardDecisions board;
    private final Rounds rounds;
    private final Projects projects;
    private final SignOffTexts texts;

    DecideRefusal(SignOffs signOffs, BoardDecisions board, Rounds rounds, Projects projects, SignOffTexts texts) {
        this.signOffs = signOffs;
        this.board = board;
        this.rounds = rounds;
        this.projects = projects;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "decide-refusal";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<RefusalDecision> answers() {
        return RefusalDecision.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        List<SignOff> round = signOffs.of(task.reference()).stream()
                .filter(signOff -> signOff.round() == task.round())
                .toList();
        return Map.of(
                "refusals", refusals(round),
                "partners", texts.rows(round),
                "document", texts.document(rounds.get(task.reference(), task.round())));
    }

    private String refusals(List<SignOff> round) {
        return round.stream()
                .filter(signOff -> signOff.state() == SignOffState.REFUSED)
                .map(signOff -> "### " + texts.name(signOff.partner()) + "\n\n" + texts.statements(signOff))
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public Map<String, Object> accept(RefusalDecision decision, FormTask task, Person by) {
        board.aboutRefusal(task.reference(), task.round(), decision, by);
        if (decision.decision() == RefusalDecision.Choice.BACK_TO_LEAD) {
            projects.sentBackToLead(task.reference());
        }
        return Map.of("boardDecision", decision.decision().code());
    }
}
