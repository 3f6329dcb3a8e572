package gm.sharing.workflow.partnersignoff;

import gm.sharing.agreement.Agreements;
import gm.sharing.organisation.Directory;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the people of a partner are shown to decide on: the request, what changed, the DPIA's outcome, the agreement. */
@Component
class PartnerTask {

    private final SignOffs signOffs;
    private final Agreements agreements;
    private final Projects projects;
    private final Directory directory;
    private final SignOffTexts texts;

    PartnerTask(SignOffs signOffs, Agreements agreements, Projects projects, Directory directory, SignOffTexts texts) {
        this.signOffs = signOffs;
        this.agreements = agreements;
        this.projects = projects;
        this.directory = directory;
        this.texts = texts;
    }

    static SignOffId id(FormTask task) {
        return new SignOffId(task.reference(), task.round(), task.partner());
    }

    /** Texts in Markdown by the names that the forms show; those that say nothing are empty. */
    Map<String, Object> shown(FormTask task) {
        var signOff = signOffs.get(id(task));
        var content =
                agreements.version(task.reference(), signOff.agreedVersion()).content();
        Map<String, Object> shown = new HashMap<>();
        shown.put("request", request(signOff));
        shown.put("advice", texts.statements(signOff));
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
        var project = projects.get(signOff.reference());
        return """
                **%s** is asked about **version %s** of the data sharing agreement for **%s**, led by %s. \
                The decision is due by **%s**.

                [Read or print the whole agreement](%s)"""
                .formatted(
                        texts.name(signOff.partner()),
                        signOff.agreedVersion(),
                        Markdown.plain(project.title()),
                        Markdown.plain(directory.nameOf(project.leadOrganisation())),
                        texts.day(signOff.due()),
                        document(signOff));
    }

    private String changes(SignOff signOff) {
        return signOffs.askedBefore(signOff.id())
                .map(before -> "Your organisation was asked about version " + before.agreedVersion()
                        + " before. Since then:\n\n"
                        + AgreementText.changes(agreements.changes(
                                signOff.reference(), before.agreedVersion(), signOff.agreedVersion()))
                        + answers(before))
                .orElse("");
    }

    /** How the lead answered what partners asked for since then. */
    private String answers(SignOff before) {
        return projects.get(before.reference()).revisions().stream()
                .filter(revision -> revision.at().isAfter(before.askedAt()))
                .map(revision -> "#### What the lead says to it\n\n" + Markdown.quoted(revision.response()) + "\n\n")
                .collect(Collectors.joining());
    }

    static String document(SignOff signOff) {
        return "/projects/" + signOff.reference() + "/agreement/" + signOff.agreedVersion();
    }
}
