package gm.sharing.steps.signoff;

import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Flow;
import gm.sharing.project.FlowWords;
import gm.sharing.project.Law;
import gm.sharing.project.Projects;
import gm.sharing.signoff.PolicyDocument;
import gm.sharing.signoff.Position;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Step;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a review asks beside its decision: the partner's position on the lead organisation's assessment, and its own
 * appropriate policy document. What a colleague said in a review before this one, or the partner
 * when it was asked before, is filled in, but never that it dissents.
 */
@Component
class ReviewQuestions {

    private static final Words WORDS = Words.in("sign-off/review");

    private final SignOffs signOffs;
    private final Projects projects;
    private final SignOffTexts texts;
    private final CodesInForce codes;

    ReviewQuestions(SignOffs signOffs, Projects projects, SignOffTexts texts, CodesInForce codes) {
        this.signOffs = signOffs;
        this.projects = projects;
        this.texts = texts;
        this.codes = codes;
    }

    /** Texts and answers by the names of the form; the text of what is not asked is empty. */
    Map<String, Object> of(SignOff signOff) {
        var before =
                signOff.said().at(Step.REVIEW).isPresent() ? Optional.of(signOff) : signOffs.askedBefore(signOff.id());
        Map<String, Object> shown = new HashMap<>();
        shown.put("positionAsked", "");
        shown.put("policyAsked", "");
        if (signOff.asking().besides().position()) {
            var position = before.flatMap(last -> last.said().reviews().position());
            shown.put("positionAsked", positionAsked(signOff, position));
            position.filter(taken -> !taken.isDissent()).ifPresent(taken -> putPosition(shown, taken));
        }
        if (signOff.asking().besides().policyDocument()) {
            var flows = projects.get(signOff.reference()).flowsOnPolicyDocument(signOff.partner());
            shown.put("policyAsked", policyAsked(flows));
            before.flatMap(last -> last.said().reviews().policyDocument())
                    .or(() -> namedByTheLead(signOff, flows))
                    .ifPresent(document -> putPolicy(shown, document));
        }
        return shown;
    }

    private String positionAsked(SignOff signOff, Optional<Position> before) {
        var lead = texts.name(projects.headline(signOff.reference()).leadOrganisation());
        return WORDS.text("position", Map.of("lead", lead))
                + before.filter(Position::isDissent)
                        .map(dissent -> "\n\n" + WORDS.text("dissented") + "\n\n"
                                + Markdown.quoted(
                                        Optional.ofNullable(dissent.words()).orElse("")))
                        .orElse("");
    }

    private static void putPosition(Map<String, Object> shown, Position taken) {
        shown.put("dpiaPosition", taken.taken().code());
        taken.adaptation().ifPresent(words -> shown.put("adaptation", words));
    }

    private String policyAsked(Collection<Flow> flows) {
        var law = new Law(codes.now());
        return flows.stream()
                .map(flow -> policyAsked(flow, law.words(flow)))
                .collect(Collectors.joining("\n", WORDS.text("policy") + "\n\n", ""));
    }

    private String policyAsked(Flow flow, FlowWords words) {
        return WORDS.text(
                "policy-flow",
                Map.of(
                        "from",
                        names(flow.from()),
                        "to",
                        names(flow.to()),
                        "conditions",
                        Stream.of(words.article9(), words.schedule1())
                                .filter(condition -> !condition.isEmpty())
                                .map(Markdown::plain)
                                .collect(Collectors.joining("; "))));
    }

    private String names(List<OrganisationCode> organisations) {
        return organisations.stream().map(texts::name).collect(Collectors.joining(", "));
    }

    /** What the lead named with the flows is its own organisation's: every controller has a document of its own. */
    private Optional<PolicyDocument> namedByTheLead(SignOff signOff, List<Flow> flows) {
        var leads = projects.headline(signOff.reference()).leadOrganisation().equals(signOff.partner());
        return flows.stream()
                .filter(flow -> leads)
                .flatMap(flow -> flow.policyDocument() == null || flow.policyReview() == null
                        ? Stream.empty()
                        : Stream.of(new PolicyDocument(flow.policyDocument(), flow.policyReview())))
                .findFirst();
    }

    private static void putPolicy(Map<String, Object> shown, PolicyDocument document) {
        shown.put("policyDocument", document.title());
        shown.put("policyReview", document.reviewOn());
    }
}
