package gm.sharing.workflow.partnersignoff;

import gm.sharing.agreement.Agreements;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the people of a partner are shown to decide on: the request, what changed, the DPIA's outcome, the agreement. */
@Component
class PartnerTask {

    private final SignOffs signOffs;
    private final Agreements agreements;
    private final Projects projects;
    private final Directory directory;
    private final SignOffTexts texts;
    private final SectionComments comments;

    PartnerTask(
            SignOffs signOffs,
            Agreements agreements,
            Projects projects,
            Directory directory,
            SignOffTexts texts,
            SectionComments comments) {
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
        shown.put("summary", AgreementText.summary(content));
        shown.put("changes", changes(signOff));
        shown.put(
                "dpia",
                "%s\n\n[Read the assessment and its versions](/projects/%s/dpia)"
                        .formatted(AgreementText.dpia(content), signOff.reference()));
        shown.put("agreement", AgreementText.substance(content));
        shown.put("sectionOptions", SectionOptions.of(content));
        return shown;
    }

    private String request(SignOff signOff) {
        var project = projects.headline(signOff.reference());
        return """
                **%s** is asked about **version %s** of the information sharing agreement for **%s**, led by %s. \
                The decision is due by **%s**.

                [Read or print the whole agreement](%s)%s"""
                .formatted(
                        texts.name(signOff.partner()),
                        signOff.agreedVersion(),
                        Markdown.plain(project.title()),
                        Markdown.plain(directory.nameOf(project.leadOrganisation())),
                        texts.day(signOff.due()),
                        document(signOff),
                        why(signOff));
    }

    /** In its first round everybody is asked. */
    private static String why(SignOff signOff) {
        return signOff.because()
                .filter(because -> signOff.round() > 1)
                .map(because -> "\n\n**Why your organisation is asked:** " + Markdown.plain(because))
                .orElse("");
    }

    private static String passing(FormTask task) {
        return "[Pass this task to a colleague](/tasks/%s/pass)".formatted(task.id());
    }

    private String changes(SignOff signOff) {
        return signOffs.askedBefore(signOff.id())
                .map(before ->
                        changes(signOff, before.agreedVersion()) + conditions(signOff) + said(before) + answers(before))
                .orElse("");
    }

    private String changes(SignOff signOff, String seen) {
        var changes = agreements.fieldChanges(signOff.reference(), seen, signOff.agreedVersion());
        return """
                Your organisation was asked about version %s before. What is taken out and what is added since then is \
                marked in the words of the agreement. [Read the changes on a page of their own](%s)

                %s

                """
                .formatted(
                        seen,
                        "/projects/%s/agreement/changes?from=%s&to=%s"
                                .formatted(signOff.reference(), seen, signOff.agreedVersion()),
                        changes.isEmpty() ? "Nothing changed in the agreement." : ChangesText.of(changes));
    }

    /** A new signature takes the place of the one before, with its conditions. */
    private String conditions(SignOff signOff) {
        return signOffs.signedBefore(signOff.id())
                .filter(signed -> !signed.conditions().isEmpty())
                .map(signed ->
                        """
                        ### Conditions of your organisation's signature

                        Your organisation signed version %s on these conditions. To keep them, choose “Sign with conditions” and \
                        leave them in the list. A condition that is not in the list when you sign no longer applies, and the \
                        published agreement says so.

                        %s

                        """
                                .formatted(
                                        signed.agreedVersion(),
                                        signed.conditions().stream()
                                                .map(condition -> "- " + Markdown.plain(condition.words()))
                                                .collect(Collectors.joining("\n"))))
                .orElse("");
    }

    /** What the partner itself said then, which the lead has answered. */
    private String said(SignOff before) {
        var said = comments.of(
                List.of(before),
                agreements.version(before.reference(), before.agreedVersion()).content());
        return said.isEmpty() ? "" : "### What your organisation said\n\n" + said + "\n\n";
    }

    /** How the lead answered what partners asked for since then. */
    private String answers(SignOff before) {
        return projects.get(before.reference()).revisions().stream()
                .filter(revision -> revision.at().isAfter(before.askedAt()))
                .map(revision -> "### What the lead says to it\n\n" + Markdown.quoted(revision.response()) + "\n\n")
                .collect(Collectors.joining());
    }

    static String document(SignOff signOff) {
        return "/projects/" + signOff.reference() + "/agreement/" + signOff.agreedVersion();
    }
}
