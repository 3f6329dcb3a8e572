package gm.sharing.steps.signoff;

import gm.sharing.agreement.Agreements;
import gm.sharing.agreement.OwnFlows;
import gm.sharing.document.Wording;
import gm.sharing.onboarding.AcceptedTerms;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the people of a partner are shown to decide on: the request, what changed, the DPIA's outcome, the agreement. */
@Component
class PartnerTask {

    private static final Words WORDS = Words.in("sign-off/review");
    private static final Words TERMS = Words.in("onboarding/terms");

    private final SignOffs signOffs;
    private final Agreements agreements;
    private final Projects projects;
    private final Directory directory;
    private final SignOffTexts texts;
    private final SectionComments comments;
    private final AcceptedTerms terms;

    PartnerTask(
            SignOffs signOffs,
            Agreements agreements,
            Projects projects,
            Directory directory,
            SignOffTexts texts,
            SectionComments comments,
            AcceptedTerms terms) {
        this.terms = terms;
        this.signOffs = signOffs;
        this.agreements = agreements;
        this.projects = projects;
        this.directory = directory;
        this.texts = texts;
        this.comments = comments;
    }

    static SignOffId id(FormTask task) {
        return new SignOffId(task.reference(), task.round(), task.partner());
    }

    /**
     * The office of the partner in which the person has the task: of those that the model gives it to the first that they
     * hold, or the first of all, which the record then refuses them; the IG officer's where the model names none.
     */
    static Role office(FormTask task, Person by) {
        var offices = Stream.of(Role.values())
                .filter(Role::perOrganisation)
                .filter(role -> task.candidates().get().contains(role.groupOf(task.partner())))
                .toList();
        return offices.stream()
                .filter(role -> by.holds(role, task.partner()))
                .findFirst()
                .or(() -> offices.stream().findFirst())
                .orElse(Role.IG_OFFICER);
    }

    /** Texts in Markdown by the names that the forms show; those that say nothing are empty. */
    Map<String, Object> shown(FormTask task) {
        var signOff = signOffs.get(id(task));
        var content =
                agreements.version(task.reference(), signOff.agreedVersion()).content();
        Map<String, Object> shown = new HashMap<>();
        shown.put("request", request(signOff) + "\n\n" + passing(task));
        shown.put("advice", texts.statements(signOff));
        shown.put("questions", texts.questions(signOff));
        shown.put("organisation", texts.name(task.partner()));
        OwnFlows flows = new OwnFlows(content, task.partner());
        shown.put("receives", flows.receives());
        shown.put("gives", flows.gives());
        shown.put("described", Markdown.plain(Wording.items(flows.described())));
        shown.put("summary", AgreementText.summary(content));
        shown.put("changes", changes(signOff));
        shown.put(
                "dpia",
                AgreementText.dpia(content) + "\n\n"
                        + WORDS.text("assessment", Map.of("address", "/projects/" + signOff.reference() + "/dpia")));
        shown.put("agreement", AgreementText.substance(content));
        shown.put("sectionOptions", SectionOptions.of(content));
        return shown;
    }

    /** The same, and which terms of the framework the partner accepted. */
    Map<String, Object> shownToSignatory(FormTask task) {
        Map<String, Object> shown = shown(task);
        terms.latest(task.partner())
                .ifPresent(latest -> shown.merge(
                        "request",
                        TERMS.text(
                                "signed-under",
                                Map.of(
                                        "organisation", texts.name(task.partner()),
                                        "version", Markdown.plain(latest.version()),
                                        "day", latest.day(),
                                        "address", latest.address())),
                        (request, words) -> request + "\n\n" + words));
        return shown;
    }

    private String request(SignOff signOff) {
        var project = projects.headline(signOff.reference());
        return WORDS.text(
                        "request",
                        Map.of(
                                "partner", texts.name(signOff.partner()),
                                "version", signOff.agreedVersion(),
                                "project", Markdown.plain(project.title()),
                                "lead", Markdown.plain(directory.nameOf(project.leadOrganisation())),
                                "address", document(signOff)))
                + why(signOff);
    }

    /** In its first round everybody is asked. */
    private static String why(SignOff signOff) {
        return Optional.ofNullable(signOff.asking().because())
                .filter(because -> signOff.round() > 1)
                .map(because -> "\n\n" + WORDS.text("because", Map.of("reason", Markdown.plain(because))))
                .orElse("");
    }

    private static String passing(FormTask task) {
        return WORDS.text("pass", Map.of("address", "/tasks/" + task.id() + "/pass"));
    }

    private String changes(SignOff signOff) {
        return signOffs.askedBefore(signOff.id())
                .map(before ->
                        changes(signOff, before.agreedVersion()) + conditions(signOff) + said(before) + answers(before))
                .orElse("");
    }

    private String changes(SignOff signOff, String seen) {
        var changes = agreements.fieldChanges(signOff.reference(), seen, signOff.agreedVersion());
        return WORDS.text(
                        "asked-before",
                        Map.of(
                                "version",
                                seen,
                                "address",
                                "/projects/%s/agreement/changes?from=%s&to=%s"
                                        .formatted(signOff.reference(), seen, signOff.agreedVersion())))
                + "\n\n"
                + (changes.isEmpty() ? WORDS.text("nothing-changed") : ChangesText.of(changes))
                + "\n\n";
    }

    /** A new signature takes the place of the one before, with its conditions. */
    private String conditions(SignOff signOff) {
        return signOffs.signedBefore(signOff.id())
                .filter(signed -> !signed.conditions().isEmpty())
                .map(signed -> WORDS.text("conditions", Map.of("version", signed.agreedVersion()))
                        + "\n\n"
                        + signed.conditions().stream()
                                .map(condition -> "- " + Markdown.plain(condition.words()))
                                .collect(Collectors.joining("\n"))
                        + "\n\n")
                .orElse("");
    }

    /** What the partner itself said then, which the lead has answered. */
    private String said(SignOff before) {
        var said = comments.of(
                List.of(before),
                agreements.version(before.reference(), before.agreedVersion()).content());
        return said.isEmpty() ? "" : WORDS.text("said") + "\n\n" + said + "\n\n";
    }

    /** How the lead answered what partners asked for since then. */
    private String answers(SignOff before) {
        return projects.get(before.reference()).revisions().stream()
                .filter(revision -> revision.by().at().isAfter(before.asking().at()))
                .map(revision -> WORDS.text("answered") + "\n\n" + Markdown.quoted(revision.response()) + "\n\n")
                .collect(Collectors.joining());
    }

    static String document(SignOff signOff) {
        return "/projects/" + signOff.reference() + "/agreement/" + signOff.agreedVersion();
    }
}
