package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Change;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as its document shows it: the content, and around it what the digest does not cover.
 *
 * @param draftedOn the day of the version
 * @param agreement null while the version is a draft
 * @param parties what they say beside their signatures; empty while the version is a draft
 * @param comparedWith number of the version before, or null when there is none
 * @param changes since that version
 */
record Presentation(
        AgreementContent content,
        String digest,
        LocalDate draftedOn,
        @Nullable Agreement agreement,
        List<SignatureBlock> signatures,
        List<PartyBlock> parties,
        @Nullable String comparedWith,
        List<Change> changes) {

    Document document() {
        List<Chapter> chapters = new ArrayList<>(content.chapters());
        chapters.add(signatureChapter());
        return new Document(
                "Information sharing agreement",
                content.title(),
                content.reference() + ", version " + content.version(),
                agreement == null ? "not signed by all partners and not in force" : null,
                about(),
                content.summary(),
                chapters,
                annexes());
    }

    private List<Chapter> annexes() {
        List<Chapter> annexes = new ArrayList<>();
        annexes.add(Document.changes(comparedWith, changes));
        annexes.add(Document.check(digest, contentPath()));
        parties.stream()
                .filter(PartyBlock::adapts)
                .map(Presentation::adaptation)
                .forEach(annexes::add);
        return annexes;
    }

    private static Chapter adaptation(PartyBlock party) {
        return new Chapter(
                "How " + party.organisation() + " adapts the DPIA",
                false,
                List.of(Section.of("adaptation", "", new Block.Prose(party.adaptation()))));
    }

    private List<Fact> about() {
        FactList facts = new FactList()
                .add("Reference", content.reference().value())
                .add("Version", content.version())
                .add("Drafted on", Wording.date(draftedOn));
        if (agreement == null) {
            facts.add("Status", "Draft");
        } else {
            facts.add("Status", "Signed and published")
                    .add("In force from", Wording.date(agreement.startsOn()))
                    .add("Review by", Wording.date(agreement.reviewOn()))
                    .add("Ends", agreement.endsOn().map(Wording::date).orElse("No end date"));
        }
        return facts.add("Digest (SHA-256)", digest).facts();
    }

    private Chapter signatureChapter() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "signatures",
                "",
                new Block.Prose("Each organisation signs for itself, by a person who may bind it. A signature names the"
                        + " version that was signed."),
                new Block.Grid(
                        "Signatures",
                        List.of("Organisation", "Decision", "Role of the signatory", "Date", "Version signed"),
                        signatures.stream().map(SignatureBlock::row).toList())));
        signatures.stream()
                .filter(signature -> !signature.conditions().isBlank())
                .forEach(signature -> sections.add(Section.of(
                        "conditions",
                        "Conditions of " + signature.organisation(),
                        new Block.Prose(signature.conditions()))));
        positions().ifPresent(sections::add);
        policyDocuments().ifPresent(sections::add);
        return new Chapter("Signatures", false, sections);
    }

    private Optional<Section> positions() {
        return table(
                "positions",
                "Positions on the DPIA",
                "The lead organisation made and approved the data protection impact assessment (DPIA). The other parties"
                        + " that sign say whether it holds for them too. What differs for a party is in an annex of its"
                        + " own.",
                List.of("Organisation", "Position"),
                parties.stream()
                        .filter(PartyBlock::hasPosition)
                        .map(PartyBlock::positionRow)
                        .toList());
    }

    private Optional<Section> policyDocuments() {
        return table(
                "policy-documents",
                "Appropriate policy documents",
                "Each of these parties relies as a controller on a condition that needs an appropriate policy document"
                        + " (Data Protection Act 2018), and keeps its own.",
                List.of("Organisation", "Document", "To be reviewed by"),
                parties.stream()
                        .filter(PartyBlock::hasPolicyDocument)
                        .map(PartyBlock::policyRow)
                        .toList());
    }

    /** Empty when there is nothing to list. */
    private static Optional<Section> table(
            String key, String title, String introduction, List<String> columns, List<List<String>> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Section.of(key, title, new Block.Prose(introduction), new Block.Grid(title, columns, rows)));
    }

    /** Where the content is found exactly as it was digested. */
    private String contentPath() {
        return agreement == null
                ? "/projects/%s/agreement/%s/content.json".formatted(content.reference(), content.version())
                : "/register/%s/content.json".formatted(content.reference());
    }
}
