package gm.sharing.steps.agreement;

import static java.util.stream.Collectors.joining;

import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.Agreements;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.RevisionPlan;
import gm.sharing.project.RevisionScope;
import gm.sharing.signoff.Position;
import gm.sharing.signoff.Round;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.steps.signoff.OpenRequests;
import gm.sharing.steps.signoff.RequestTexts;
import gm.sharing.steps.signoff.SignOffTexts;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lead reads what has to change and says where to go on. */
@Sets(@Variable(name = "revise", codes = RevisionScope.class))
@Component
class ReviseProject implements FormHandler<RevisionChoice> {

    private static final Words WORDS = Words.in("project/revision");

    private static final Set<SignOffState> CONCERNS = EnumSet.of(
            SignOffState.CHANGES_REQUESTED,
            SignOffState.SIGNATURE_WITHDRAWN,
            SignOffState.REFUSED,
            SignOffState.SIGNED_WITH_CONDITIONS);

    private final Projects projects;
    private final Agreements agreements;
    private final SignOffs signOffs;
    private final Rounds rounds;
    private final Dpias dpias;
    private final SignOffTexts texts;
    private final OpenRequests requests;
    private final RequestTexts requestTexts;
    private final Clock clock;

    ReviseProject(
            Projects projects,
            Agreements agreements,
            SignOffs signOffs,
            Rounds rounds,
            Dpias dpias,
            SignOffTexts texts,
            OpenRequests requests,
            RequestTexts requestTexts,
            Clock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.rounds = rounds;
        this.dpias = dpias;
        this.texts = texts;
        this.requests = requests;
        this.requestTexts = requestTexts;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "revise-project";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<RevisionChoice> answers() {
        return RevisionChoice.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        return Map.of("reasons", paragraphs(Stream.of(ended(task.reference()), reasons(task.reference()))));
    }

    private String ended(ProjectReference reference) {
        return projects.get(reference)
                .arrangements()
                .filter(agreed -> agreed.hasEnded(LocalDate.now(clock)))
                .map(agreed -> title("ended-title") + "\n\n" + WORDS.text("ended", Map.of("date", agreed.lastDay())))
                .orElse("");
    }

    /** The DPIA comes before the draft and the draft before the partners, so the first that holds is why. */
    private String reasons(ProjectReference reference) {
        return dpias.find(reference)
                .filter(dpia -> dpia.status() == DpiaStatus.REJECTED)
                .map(dpia -> paragraphs(Stream.of(rejection(dpia), dissents(reference))))
                .or(() -> ruleSentBack(reference))
                .or(() -> roundAboutTheDraft(reference).map(this::askedFor))
                .orElseGet(() -> ownDecision(reference));
    }

    /** Empty unless the Board's last word about the rule of sign-off came after the newest draft. */
    private Optional<String> ruleSentBack(ProjectReference reference) {
        return projects.get(reference)
                .lastRuleDecision()
                .filter(decision -> !decision.approved())
                .filter(decision -> last(agreements.versions(reference))
                        .filter(version ->
                                version.createdAt().isBefore(decision.by().at()))
                        .isPresent())
                .map(decision -> paragraphs(Stream.of(
                        title("rule-title"),
                        WORDS.text("rule"),
                        Markdown.answer(WORDS.text("board-reasons"), decision.reasons()),
                        requests.of(reference),
                        dissents(reference))));
    }

    private String ownDecision(ProjectReference reference) {
        return paragraphs(Stream.of(WORDS.text("own"), requests.of(reference), dissents(reference)));
    }

    private static String title(String key) {
        return "## " + WORDS.text(key);
    }

    private static String paragraphs(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).collect(joining("\n\n"));
    }

    /** Dissents that still stand, whatever was revised since. */
    private String dissents(ProjectReference reference) {
        return signOffs.dissents(reference).stream().map(this::dissent).collect(joining("\n\n"));
    }

    private String dissent(SignOff signOff) {
        return "## %s\n\n%s\n\n%s"
                .formatted(
                        WORDS.text("dissent-title", Map.of("partner", texts.name(signOff.partner()))),
                        WORDS.text("dissent"),
                        signOff.said()
                                .reviews()
                                .position()
                                .map(Position::words)
                                .map(Markdown::quoted)
                                .orElse(""));
    }

    private static String rejection(Dpia dpia) {
        return Stream.concat(
                        Stream.of(title("rejected-title"), Markdown.plain(dpia.headline())),
                        dpia.decision().stream()
                                .map(decision ->
                                        Optional.ofNullable(decision.reasons()).orElse(""))
                                .filter(reasons -> !reasons.isBlank())
                                .map(reasons -> Markdown.answer(WORDS.text("rejected-reasons"), reasons)))
                .collect(joining("\n\n"));
    }

    /** Empty when the newest draft has not been to the partners. */
    private Optional<Round> roundAboutTheDraft(ProjectReference reference) {
        String version = last(agreements.versions(reference))
                .map(AgreementVersion::number)
                .orElse("");
        return last(rounds.of(reference)).filter(round -> round.agreedVersion().equals(version));
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.stream().reduce((earlier, later) -> later);
    }

    private String askedFor(Round round) {
        Stream<String> board = round.ruling().stream()
                .map(ruling ->
                        title("board-title") + "\n\n" + Markdown.answer(WORDS.text("board-reasons"), ruling.reasons()));
        List<SignOff> decided = signOffs.standing(round.reference()).stream()
                .filter(signOff ->
                        signOff.round() == round.number() || signOff.state() == SignOffState.SIGNATURE_WITHDRAWN)
                .toList();
        Stream<String> partners = decided.stream()
                .filter(signOff -> CONCERNS.contains(signOff.state()))
                .map(requestTexts::decision);
        String comments = requestTexts.comments(
                decided,
                agreements.version(round.reference(), round.agreedVersion()).content());
        return paragraphs(Stream.of(board, partners, Stream.of(comments)).flatMap(words -> words));
    }

    @Override
    public Map<String, Object> accept(RevisionChoice answers, FormTask task, Person by) {
        projects.revise(task.reference(), new RevisionPlan(answers.revise(), answers.response()), by);
        if (answers.revise() == RevisionScope.DPIA) {
            dpias.reopen(task.reference(), Set.copyOf(answers.sections()), by);
        }
        return Map.of("revise", answers.revise().code());
    }
}
