package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as its document shows it: the content, what is in annexes of it, and around it what the digest does not
 * cover. It holds the agreement alone: what an earlier version said is compared on pages and in forms, for those whom that
 * version was sent to.
 *
 * @param draftedOn the day of the version
 * @param agreement null while the version is a draft
 * @param signatures of the organisations that signed; empty while the version is a draft
 * @param parties what they say beside their signatures; empty while the version is a draft
 * @param service the address of this service
 */
record Presentation(
        AgreementContent content,
        String digest,
        LocalDate draftedOn,
        @Nullable Agreement agreement,
        List<SignatureBlock> signatures,
        List<PartyBlock> parties,
        URI service) {

    private static final String SIGNED =
            "Each organisation signs for itself, by a person who may bind it and who is named here with the role in which"
                    + " they do. A signature names the version that was signed and the digest of its content.";

    private static final String TO_SIGN =
            "Nobody has signed this version yet. These organisations are parties to it. Each signs for itself, by a person"
                    + " who may bind it, unless it is a processor that does not need to sign. When the agreement is"
                    + " published, the names and roles of those who signed are shown here. A signature counts only when"
                    + " given in this service.";

    private static final Set<String> IN_BRIEF = Set.of(Draft.DPO_VIEW, Draft.RISKS_LEFT);

    Document document() {
        List<Chapter> chapters = new ArrayList<>();
        content.chapters().forEach(chapter -> chapters.add(inBody(chapter)));
        chapters.add(signatureChapter());
        return new Document(
                "Information sharing agreement",
                content.title(),
                content.reference() + ", version " + content.version(),
                agreement == null ? "not signed by all partners and not in force" : null,
                about(),
                summary(),
                chapters,
                annexes());
    }

    private List<Fact> about() {
        return new FactList()
                .add("Reference", content.reference().value())
                .add("Version", content.version() + ", drafted on " + Wording.date(draftedOn))
                .add(
                        "Status",
                        agreement == null
                                ? "Draft"
                                : "Signed and published, in force from " + Wording.date(agreement.startsOn()))
                .add("Review by", agreement == null ? null : Wording.date(agreement.reviewOn()))
                .add("Ends", agreement == null ? null : ends(agreement))
                .add("Digest (SHA-256)", digest)
                .facts();
    }

    private static String ends(Agreement agreement) {
        return agreement.endsOn().map(Wording::date).orElse("No end date");
    }

    /** With the conditions, which are known once everybody has signed and are no part of the content. */
    private List<Fact> summary() {
        if (agreement == null) {
            return content.summary();
        }
        List<Fact> summary = new ArrayList<>();
        for (Fact fact : content.summary()) {
            summary.add(fact);
            if (fact.name().equals(Draft.SIGNATURES_NEEDED)) {
                summary.add(new Fact("Conditions of signatures", Undertakings.conditionsInBrief(parties)));
            }
        }
        return summary;
    }

    /** Flows and the DPIA are told in brief; annexes hold the whole. */
    private Chapter inBody(Chapter chapter) {
        if (chapter.holds(AgreementContent.FLOW)) {
            return flowsInBrief(chapter);
        }
        return chapter.holds(AgreementContent.DPIA) ? dpiaInBrief(chapter) : chapter;
    }

    private static Chapter flowsInBrief(Chapter flows) {
        List<List<String>> rows = new ArrayList<>();
        for (Section flow : flows.sections()) {
            rows.add(List.of(
                    "A." + (rows.size() + 1),
                    flow.title(),
                    Wording.opening(answer(flow, "What")),
                    answer(flow, "Method"),
                    answer(flow, "How often")));
        }
        return new Chapter(
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

    private static String answer(Section section, String name) {
        return section.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::answer)
                .findFirst()
                .orElse("");
    }

    private Chapter dpiaInBrief(Chapter dpia) {
        List<Block> blocks = new ArrayList<>();
        content.sections(AgreementContent.DPIA).stream()
                .flatMap(section -> section.content().stream())
                .filter(Block.Prose.class::isInstance)
                .forEach(blocks::add);
        List<Fact> brief = content.summary().stream()
                .filter(fact -> IN_BRIEF.contains(fact.name()))
                .toList();
        if (!brief.isEmpty()) {
            blocks.add(new Block.Facts(brief));
        }
        blocks.add(new Block.Prose("Annex B summarises the DPIA."));
        return new Chapter(
                dpia.title(), false, List.of(new Section("dpia-in-brief", "", "", blocks, Section.EVERYBODY)));
    }

    private Chapter signatureChapter() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("signatures", "", new Block.Prose(agreement == null ? TO_SIGN : SIGNED)));
        blocks().forEach(block ->
                sections.add(Section.of("signature", block.organisation(), new Block.Facts(block.facts()))));
        return new Chapter("Signatures", false, sections);
    }

    private List<SignatureBlock> blocks() {
        return agreement == null
                ? content.sections("partner").stream()
                        .map(party -> SignatureBlock.toSign(party.title()))
                        .toList()
                : signatures;
    }

    private List<Chapter> annexes() {
        List<Chapter> annexes = new ArrayList<>();
        annexes.add(annex("Flows of information in full", AgreementContent.FLOW));
        annexes.add(annex("Summary of the DPIA", AgreementContent.DPIA));
        annexes.add(Undertakings.conditions(agreement != null, parties));
        annexes.add(Undertakings.positions(agreement != null, parties));
        Undertakings.policyDocuments(parties).ifPresent(annexes::add);
        annexes.add(check());
        return annexes;
    }

    private Chapter annex(String title, String key) {
        return content.chapters().stream()
                .filter(chapter -> chapter.holds(key))
                .findFirst()
                .map(chapter -> new Chapter(title, false, chapter.sections()))
                .orElseThrow();
    }

    private Chapter check() {
        if (agreement == null) {
            return Document.check(
                    digest,
                    service.resolve("/projects/%s/agreement/%s/content.json"
                                    .formatted(content.reference(), content.version()))
                            .toString());
        }
        Chapter byHand = Document.check(
                digest,
                service.resolve("/register/%s/content.json".formatted(content.reference()))
                        .toString());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "check",
                "In the register",
                new Block.Prose(
                        """
                        Go to %s and choose this document as a PDF file, or paste the digest. The register says which agreement and version it is, that nothing in it was changed, and whether it is in force. Nobody needs an account, and the file is not kept."""
                                .formatted(service.resolve("/register/check")))));
        byHand.sections()
                .forEach(section -> sections.add(
                        new Section(section.key(), "", "By yourself", section.content(), section.touches())));
        return new Chapter(byHand.title(), false, sections);
    }
}
