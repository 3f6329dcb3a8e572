package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Headings;
import gm.sharing.document.Outline;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.wording.Words;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final Words WORDS = Words.in("agreement/frame");
    private static final Words SUMMARY = Words.in("agreement/summary");
    private static final Words FLOW = Words.in("agreement/flow");
    private static final Words TITLES = Words.in("agreement/parts");
    private static final Words ANNEXES = Words.in("agreement/annexes");

    private static final Set<String> IN_BRIEF = Set.of(SummaryDraft.DPO_VIEW, SummaryDraft.RISKS_LEFT);

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
                WORDS.text("kind"),
                WORDS.text("edition", Map.of("reference", content.reference(), "version", content.version())),
                WORDS.text("draft"),
                Headings.now(),
                new FactList(SUMMARY)
                        .add("reference", content.reference().value())
                        .add(
                                "version",
                                WORDS.text(
                                        "drafted", Map.of("version", content.version(), "date", Dates.day(draftedOn))))
                        .facts(),
                new Fact("status", SUMMARY.text("status"), WORDS.text("status-draft")),
                SummaryDraft.SIGNATURES_NEEDED,
                flowsInBrief(content),
                dpiaInBrief(content),
                signatures(content),
                ANNEXES.text(AgreementContent.FLOW),
                ANNEXES.text(AgreementContent.DPIA),
                Undertakings.conditionsToCome(),
                Undertakings.positionsToCome(),
                Document.check(service.resolve("/projects/%s/agreement/%s/content.json"
                                .formatted(content.reference(), content.version()))
                        .toString()));
    }

    private static Chapter flowsInBrief(AgreementContent content) {
        Chapter flows = content.chapter(AgreementContent.FLOW);
        Outline outline = content.outline();
        List<List<String>> rows = new ArrayList<>();
        for (Section flow : flows.sections()) {
            rows.add(List.of(
                    outline.number("annex:flow") + "." + (rows.size() + 1),
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
                        new Block.Prose(WORDS.within(outline::number).text("flows-in-brief")),
                        new Block.Grid(
                                WORDS.text("flows"),
                                List.of(
                                        WORDS.text("annex"),
                                        WORDS.text("flow"),
                                        FLOW.text("what"),
                                        FLOW.text("method"),
                                        FLOW.text("how-often")),
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
        blocks.add(new Block.Prose(WORDS.within(content.outline()::number).text("dpia-in-brief")));
        return new Chapter(
                content.chapter(AgreementContent.DPIA).key(),
                content.chapter(AgreementContent.DPIA).title(),
                false,
                List.of(new Section("dpia-in-brief", "", "", blocks, Section.EVERYBODY)));
    }

    private static Chapter signatures(AgreementContent content) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("signatures", "", new Block.Prose(WORDS.text("to-sign"))));
        content.sections("partner")
                .forEach(party ->
                        sections.add(SignatureBlock.toSign(party.title()).section()));
        return new Chapter("signatures", TITLES.text("signatures"), false, sections);
    }
}
