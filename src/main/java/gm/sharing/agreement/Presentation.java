package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.wording.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as its document shows it: the content within its frame, both of which the digest covers, and once it is
 * published what came with the signatures. It holds the agreement alone: what an earlier version said is compared on pages
 * and in forms, for those whom that version was sent to.
 *
 * @param content with its frame
 * @param agreement null while the version is a draft
 * @param signatures of the organisations that signed; empty while the version is a draft
 * @param parties what they say beside their signatures; empty while the version is a draft
 * @param service the address of this service
 */
record Presentation(
        AgreementContent content,
        String digest,
        @Nullable Agreement agreement,
        List<SignatureBlock> signatures,
        List<PartyBlock> parties,
        URI service) {

    private static final Words WORDS = Words.in("agreement/frame");
    private static final Words SUMMARY = Words.in("agreement/summary");

    /** Everything that is shown to those who sign; in it stand no words but the content's and its frame's. */
    private Document toSign() {
        Frame frame = frame();
        return document(
                frame.draft(),
                frame.status(),
                List.of(),
                content.summary(),
                frame.signatures(),
                List.of(frame.conditions(), frame.positions(), Document.withDigest(frame.check(), digest)));
    }

    Document document() {
        return agreement == null ? toSign() : signed(agreement);
    }

    private Document signed(Agreement published) {
        Frame frame = frame();
        List<Chapter> annexes = new ArrayList<>();
        annexes.add(Undertakings.conditions(frame.conditions().title(), parties));
        annexes.add(Undertakings.positions(frame.positions().title(), parties));
        Undertakings.policyDocuments(parties).ifPresent(annexes::add);
        annexes.add(check());
        return document(
                null,
                new Fact(
                        frame.status().key(),
                        frame.status().name(),
                        WORDS.text("status-published", Map.of("date", Dates.day(published.startsOn())))),
                new FactList(SUMMARY)
                        .add("review-by", Dates.day(published.reviewOn()))
                        .add("ends", published.endsOn().map(Dates::day).orElseGet(() -> WORDS.text("no-end")))
                        .facts(),
                summary(),
                signatureChapter(),
                annexes);
    }

    private Document document(
            @Nullable String draft,
            Fact status,
            List<Fact> dates,
            List<Fact> summary,
            Chapter signatureChapter,
            List<Chapter> undertakings) {
        Frame frame = frame();
        List<Fact> about = new ArrayList<>(frame.about());
        about.add(status);
        about.addAll(dates);
        about.add(Document.digest(digest));
        List<Chapter> chapters = new ArrayList<>();
        content.chapters().forEach(chapter -> chapters.add(inBody(chapter)));
        chapters.add(signatureChapter);
        List<Chapter> annexes = new ArrayList<>();
        annexes.add(annex(frame.flowsInFull(), AgreementContent.FLOW));
        annexes.add(annex(frame.dpiaInFull(), AgreementContent.DPIA));
        annexes.addAll(undertakings);
        return new Document(
                frame.kind(),
                content.title(),
                frame.edition(),
                draft,
                about,
                summary,
                chapters,
                annexes,
                frame.headings());
    }

    private Frame frame() {
        return Objects.requireNonNull(content.frame(), "A document needs the words around its content");
    }

    /** With the conditions, which are known once everybody has signed and are no part of the content. */
    private List<Fact> summary() {
        List<Fact> summary = new ArrayList<>();
        for (Fact fact : content.summary()) {
            summary.add(fact);
            if (fact.goesBy(frame().conditionsAfter())) {
                summary.add(new Fact(
                        "conditions-of-signatures",
                        SUMMARY.text("conditions-of-signatures"),
                        Undertakings.conditionsInBrief(parties)));
            }
        }
        return summary;
    }

    /** Flows and the DPIA are told in brief; annexes hold the whole. */
    private Chapter inBody(Chapter chapter) {
        if (chapter.holds(AgreementContent.FLOW)) {
            return frame().flows();
        }
        return chapter.holds(AgreementContent.DPIA) ? frame().dpia() : chapter;
    }

    private Chapter signatureChapter() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("signatures", "", new Block.Prose(WORDS.text("signed"))));
        signatures.forEach(block -> sections.add(block.section()));
        return new Chapter(frame().signatures().key(), frame().signatures().title(), false, sections);
    }

    private Chapter annex(String title, String key) {
        return new Chapter(key, title, false, content.chapter(key).sections());
    }

    private Chapter check() {
        Chapter byHand = Document.check(
                digest,
                service.resolve("/register/%s/content.json".formatted(content.reference()))
                        .toString());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "check",
                WORDS.text("in-the-register"),
                new Block.Prose(
                        WORDS.text("check-in-register", Map.of("address", service.resolve("/register/check"))))));
        byHand.sections()
                .forEach(section -> sections.add(new Section(
                        section.key(), "", WORDS.text("by-yourself"), section.content(), section.touches())));
        return new Chapter(frame().check().key(), frame().check().title(), false, sections);
    }
}
