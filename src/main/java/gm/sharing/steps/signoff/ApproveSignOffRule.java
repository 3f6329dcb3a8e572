package gm.sharing.steps.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.agreement.Agreements;
import gm.sharing.code.Coded;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.project.Partner;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.project.SignOffRule;
import gm.sharing.steps.screening.ProjectInBrief;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The Information Board approves that not every partner has to sign, or sends the rule back. */
@Sets(@Variable(name = "ruleDecision", codes = ApproveSignOffRule.Choice.class))
@Component
class ApproveSignOffRule implements FormHandler<ApproveSignOffRule.Answer> {

    private static final Words WORDS = Words.in("sign-off/rule");

    private final Projects projects;
    private final Agreements agreements;
    private final Directory directory;
    private final ProjectInBrief brief;

    ApproveSignOffRule(Projects projects, Agreements agreements, Directory directory, ProjectInBrief brief) {
        this.projects = projects;
        this.agreements = agreements;
        this.directory = directory;
        this.brief = brief;
    }

    /** The answers of the form. */
    @NeededBy("the decision on the sign-off rule")
    record Answer(@NotNull Choice decision, @NotBlank @Size(max = Texts.LONG) String reasons) {}

    /** The Board's choices. */
    enum Choice implements Coded {
        APPROVE,
        SEND_BACK
    }

    @Override
    public String form() {
        return "approve-sign-off-rule";
    }

    @Override
    public Set<String> processes() {
        return Set.of("approve-sign-off-rule");
    }

    @Override
    public Class<ApproveSignOffRule.Answer> answers() {
        return ApproveSignOffRule.Answer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        SharingProject project = projects.get(task.reference());
        String version = agreements.latestNumber(task.reference());
        return Map.of(
                "rule",
                WORDS.text(
                        "the-rule",
                        Map.of("rule", Markdown.plain(project.signOffRule().words(directory::nameOf)))),
                "version",
                version,
                "document",
                "/projects/%s/agreement/%s".formatted(task.reference(), version),
                "summary",
                brief.of(task.reference()),
                "partners",
                project.partners().stream()
                        .map(partner -> row(project, partner))
                        .toList());
    }

    private Map<String, String> row(SharingProject project, Partner partner) {
        return Map.of(
                "partner", directory.nameOf(partner.organisation()),
                "part", partner.part().label(),
                "signs", signs(project, partner));
    }

    private static String signs(SharingProject project, Partner partner) {
        if (partner.organisation().equals(project.leadOrganisation())) {
            return WORDS.text("leads");
        }
        SignOffRule rule = project.signOffRule();
        if (rule.kind() == SignOffRule.Kind.AT_LEAST) {
            return WORDS.text("until-enough");
        }
        return rule.optional().contains(partner.organisation()) ? WORDS.text("need-not-sign") : WORDS.text("signs");
    }

    @Override
    public Map<String, Object> accept(Answer answer, FormTask task, Person by) {
        boolean approved = answer.decision() == Choice.APPROVE;
        projects.decideSignOffRule(task.reference(), approved, answer.reasons(), by);
        if (!approved) {
            projects.sentBackToLead(task.reference());
        }
        return Map.of("ruleDecision", answer.decision().code());
    }
}
