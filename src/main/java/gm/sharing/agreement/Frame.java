package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.Headings;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the document that is put to those who sign shows around what the project says: fixed sentences, the day it was
 * drafted, flows and the DPIA in brief. It is kept and digested with the content, so that nothing of it is another when the
 * document is written anew, by this release or a later one.
 *
 * @param kind what the document is
 * @param edition stands at the head of every printed page
 * @param draft what it says of itself until it is published
 * @param about which document it is, without its digest
 * @param status the same of how far it is
 * @param conditionsAfter key of the answer of the summary after which the conditions of signatures are told
 * @param flows told in brief; an annex holds the whole
 * @param dpia told in brief; an annex holds the whole
 * @param signatures with room for those of all parties
 * @param flowsInFull title of the annex
 * @param dpiaInFull title of the annex
 * @param conditions says what the annex will hold
 * @param positions says what the annex will hold
 * @param check how anybody checks the digest, without it
 */
record Frame(
        String kind,
        String edition,
        String draft,
        Headings headings,
        List<Fact> about,
        Fact status,
        String conditionsAfter,
        Chapter flows,
        Chapter dpia,
        Chapter signatures,
        String flowsInFull,
        String dpiaInFull,
        Chapter conditions,
        Chapter positions,
        Chapter check) {

    private static final String TO_SIGN =
            "Nobody has signed this version yet. These organisations are parties to it. Each signs for itself, by a person"
                    + " who may bind it, unless it is a processor that does not need to sign. When the agreement is"
                    + " published, the names and roles of those who signed are shown here. A signature counts only when"
                    + " given in this service.";

    private static final Set<String> IN_BRIEF = Set.of(Draft.DPO_VIEW, Draft.RISKS_LEFT);

    Frame {
        about = List.copyOf(about);
    }

    /**
     * Writes it in the words of this release.
     *
     * @param service the address of this service
     */
    static Frame around(AgreementContent content, LocalDate draftedOn, URI service) {
        return new Frame(
                "Information sharing agreement",
                content.reference() + ", version " + content.version(),
                "Draft: not signed by all partners and not in force",
                Headings.NOW,
                List.of(
                        new Fact("reference", "Reference", content.reference().value()),
                        new Fact("version", "Version", content.version() + ", drafted on " + Wording.date(draftedOn))),
                new Fact("status", "Status", "Draft"),
                Draft.SIGNATURES_NEEDED,
                flowsInBrief(content.chapter(AgreementContent.FLOW)),
                dpiaInBrief(content),
                signatures(content),
                "Flows of information in full",
                "Summary of the DPIA",
                Undertakings.conditionsToCome(),
                Undertakings.positionsToCome(),
                Document.check(service.resolve("/projects/%s/agreement/%s/content.json"
                                .formatted(content.reference(), content.version()))
                        .toString()));
    }

    private static Chapter flowsInBrief(Chapter flows) {
        List<List<String>> rows = new ArrayList<>();
        for (Section flow : flows.sections()) {
            rows.add(List.of(
                    "A." + (rows.size() + 1),
                    flow.title(),
                    Wording.opening(flow.answer("what").orElse("")),
                    flow.answer("method").orElse(""),
                    flow.answer("how-often").orElse("")));
        }
        return new Chapter(
                flows.key(),
                flows.title(),
                false,
                List.of(Section.of(
                        "flows-in-brief",
                        "",
                        new Block.Prose("Annex A describes each flow in full. The next part says, in the same order,"
                                + " which law allows it."),
                        new Block.Grid(
                                "Flows of information",
                                List.of("Annex", "Flow", "What", "Method", "How often"),
                                rows))));
    }

    private static Chapter dpiaInBrief(AgreementContent content) {
        List<Block> blocks = new ArrayList<>();
        content.sections(AgreementContent.DPIA).stream()
                .flatMap(section -> section.content().stream())
                .filter(Block.Prose.class::isInstance)
                .forEach(blocks::add);
        List<Fact> brief = content.summary().stream()
                .filter(fact -> IN_BRIEF.stream().anyMatch(fact::goesBy))
                .toList();
        if (!brief.isEmpty()) {
            blocks.add(new Block.Facts(brief));
        }
        blocks.add(new Block.Prose("Annex B summarises the DPIA."));
        return new Chapter(
                content.chapter(AgreementContent.DPIA).key(),
                content.chapter(AgreementContent.DPIA).title(),
                false,
                List.of(new Section("dpia-in-brief", "", "", blocks, Section.EVERYBODY)));
    }

    private static Chapter signatures(AgreementContent content) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("signatures", "", new Block.Prose(TO_SIGN)));
        content.sections("partner")
                .forEach(party ->
                        sections.add(SignatureBlock.toSign(party.title()).section()));
        return new Chapter("signatures", "Signatures", false, sections);
    }
}
