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
import org.jspecify.annotations.Nullable;

/**
 * An agreement as its document shows it: the content, and around it what the digest does not cover.
 *
 * @param draftedOn the day of the version
 * @param agreement null while the version is a draft
 * @param comparedWith number of the version before, or null when there is none
 * @param changes since that version
 */
record Presentation(
        AgreementContent content,
        String digest,
        LocalDate draftedOn,
        @Nullable Agreement agreement,
        List<SignatureBlock> signatures,
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
                List.of(Document.changes(comparedWith, changes), Document.check(digest, contentPath())));
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
        return new Chapter("Signatures", false, sections);
    }

    /** Where the content is found exactly as it was digested. */
    private String contentPath() {
        return agreement == null
                ? "/projects/%s/agreement/%s/content.json".formatted(content.reference(), content.version())
                : "/register/%s/content.json".formatted(content.reference());
    }
}
