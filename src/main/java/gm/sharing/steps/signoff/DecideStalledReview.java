package gm.sharing.steps.signoff;

import gm.sharing.organisation.Person;
import gm.sharing.signoff.BoardDecision;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StalledDecision;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The Information Board decides about a review that is stalled. */
@Needs({"partner", "round", "boardDays", "signOffDays"})
@Sets({
    @Variable(name = "stalledDecision", codes = StalledDecision.Choice.class),
    @Variable(name = "stalledUntil", type = Date.class),
    @Variable(name = "stalledUntilDay")
})
@Component
class DecideStalledReview implements FormHandler<StalledDecision> {

    private static final Words WORDS = Words.in("sign-off/situation");

    private final SignOffs signOffs;
    private final BoardDecisions board;
    private final SignOffTexts texts;

    DecideStalledReview(SignOffs signOffs, BoardDecisions board, SignOffTexts texts) {
        this.signOffs = signOffs;
        this.board = board;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "decide-stalled-review";
    }

    @Override
    public Set<String> processes() {
        return Set.of("partner-sign-off");
    }

    @Override
    public Class<StalledDecision> answers() {
        return StalledDecision.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        var stalled = signOffs.get(PartnerTask.id(task));
        var round = signOffs.of(task.reference()).stream()
                .filter(signOff -> signOff.round() == task.round())
                .toList();
        return Map.of("situation", situation(stalled), "partners", texts.rows(round));
    }

    private String situation(SignOff stalled) {
        List<String> lines = new ArrayList<>();
        lines.add(WORDS.text(
                "not-decided",
                Map.of(
                        "partner", texts.name(stalled.partner()),
                        "version", stalled.agreedVersion(),
                        "address", PartnerTask.document(stalled))));
        lines.add(on("asked-on", stalled.asking().at()));
        stalled.clock().remindedAt().ifPresent(at -> lines.add(on("reminded-on", at)));
        lines.add(on("due-on", stalled.clock().due()));
        stalled.clock().escalatedAt().ifPresent(at -> lines.add(on("escalated-on", at)));
        lines.add(WORDS.text("now", Map.of("state", stalled.state().label())));
        stalled.delay().byBoard().forEach(decision -> lines.add(earlier(decision)));
        return String.join("\n", lines);
    }

    private String earlier(BoardDecision decision) {
        return WORDS.text(
                "board-decided",
                Map.of(
                        "day", texts.day(decision.by().at()),
                        "decision", decision.decision().label(),
                        "reasons", Markdown.plain(decision.reasons()).replaceAll("\\R", " ")));
    }

    private String on(String key, Instant moment) {
        return WORDS.text(key, Map.of("day", texts.day(moment)));
    }

    @Override
    public Map<String, Object> accept(StalledDecision decision, FormTask task, Person by) {
        var until = board.aboutStalled(PartnerTask.id(task), decision, daysToChase(task), by);
        Map<String, Object> routing = new HashMap<>();
        routing.put("stalledDecision", decision.decision().code());
        until.ifPresent(instant -> {
            routing.put("stalledUntil", Date.from(instant));
            routing.put("stalledUntilDay", texts.day(instant));
        });
        return routing;
    }

    /** As many as lie between the due date and the Board's turn, by the table of deadlines. */
    private static int daysToChase(FormTask task) {
        return Math.max(1, number(task, "boardDays") - number(task, "signOffDays"));
    }

    private static int number(FormTask task, String variable) {
        return Integer.parseInt(task.text(variable));
    }
}
