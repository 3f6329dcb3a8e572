package gm.sharing.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the template shows: the content, and around it what the digest does not cover.
 *
 * @param draftedOn the day of the version
 * @param agreement null while the version is a draft
 * @param comparedWith number of the version before, or null when there is none
 * @param changes since that version
 */
record Document(
        AgreementContent content,
        String digest,
        LocalDate draftedOn,
        @Nullable Agreement agreement,
        List<SignatureBlock> signatures,
        @Nullable String comparedWith,
        List<Change> changes) {

    public boolean draft() {
        return agreement == null;
    }

    public List<Fact> about() {
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

    public List<NumberedChapter> chapters() {
        return IntStream.rangeClosed(1, content.chapters().size())
                .mapToObj(
                        number -> new NumberedChapter(number, content.chapters().get(number - 1)))
                .toList();
    }

    /** Every part after the summary, in order. */
    public List<Part> contents() {
        List<Part> parts = new ArrayList<>();
        chapters().forEach(chapter -> parts.add(chapter.part()));
        parts.add(signaturePart());
        parts.add(changesPart());
        parts.add(checkPart());
        return parts;
    }

    public Part signaturePart() {
        return Part.of("signatures", (content.chapters().size() + 1) + ". Signatures");
    }

    public Part changesPart() {
        return Part.of(
                "changes",
                comparedWith == null
                        ? "Annex A: Changes since the version before"
                        : "Annex A: Changes since version " + comparedWith);
    }

    public Part checkPart() {
        return Part.of("check", "Annex B: How to check this document");
    }

    public List<SignatureBlock> conditions() {
        return signatures.stream()
                .filter(signature -> !signature.conditions().isEmpty())
                .toList();
    }

    /** Where the content is found exactly as it was digested. */
    public String contentPath() {
        return draft()
                ? "/projects/%s/agreement/%s/content.json".formatted(content.reference(), content.version())
                : "/register/%s/content.json".formatted(content.reference());
    }
}
