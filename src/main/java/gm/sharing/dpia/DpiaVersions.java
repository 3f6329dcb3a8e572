package gm.sharing.dpia;

import gm.sharing.document.CanonicalContent;
import gm.sharing.document.Document;
import gm.sharing.document.DocumentRenderer;
import gm.sharing.document.FieldChange;
import gm.sharing.document.FieldComparison;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the assessments: every one that was decided, sent back or opened again, compared and as documents. */
@Service
@Transactional
public class DpiaVersions {

    private final StoredDpiaVersions versions;
    private final StoredDpias dpias;
    private final DpiaContents contents;
    private final DocumentRenderer renderer;
    private final URI service;

    DpiaVersions(
            StoredDpiaVersions versions,
            StoredDpias dpias,
            DpiaContents contents,
            DocumentRenderer renderer,
            @Value("${sharing.base-url:http://localhost:8080}") URI service) {
        this.versions = versions;
        this.dpias = dpias;
        this.contents = contents;
        this.renderer = renderer;
        this.service = service;
    }

    /** Keeps the assessment as it is now. */
    void keep(Dpia dpia, Occasion occasion, By by) {
        versions.save(new DpiaVersion(contents.of(dpia, nextNumber(dpia.reference())), occasion, by));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<DpiaVersion> of(ProjectReference reference) {
        return versions.findByReferenceOrderByNumberDesc(reference.value());
    }

    /** The newest, when it is the round of advice after which sections were sent back to be mended. */
    @Transactional(readOnly = true)
    public Optional<DpiaVersion> lastRound(ProjectReference reference) {
        return of(reference).stream().findFirst().filter(version -> version.occasion()
                .isRound());
    }

    /** What the assessment would say as its next version; empty before its screening was answered. */
    @Transactional(readOnly = true)
    public Optional<DpiaContent> draft(ProjectReference reference) {
        return dpias.findById(reference.value()).map(dpia -> contents.of(dpia, nextNumber(reference)));
    }

    /** The version's document as accessible HTML: an article without the page around it. */
    @Transactional(readOnly = true)
    public String html(DpiaVersion version) {
        return renderer.article(document(version));
    }

    /** The version's document as tagged PDF. */
    @Transactional(readOnly = true)
    public byte[] pdf(DpiaVersion version) {
        return pdf(document(version));
    }

    /** The same of what will be the next version. */
    @Transactional(readOnly = true)
    public String html(DpiaContent draft) {
        return renderer.article(document(draft));
    }

    /** The same of what will be the next version. */
    @Transactional(readOnly = true)
    public byte[] pdf(DpiaContent draft) {
        return pdf(document(draft));
    }

    /** What differs, question by question, in the order of the later content. */
    public static List<FieldChange> changes(DpiaContent from, DpiaContent to) {
        return FieldComparison.between(from.chapters(), to.chapters());
    }

    private int nextNumber(ProjectReference reference) {
        return of(reference).stream().findFirst().map(DpiaVersion::number).orElse(0) + 1;
    }

    private byte[] pdf(Document document) {
        return renderer.pdf(document, renderer.article(document));
    }

    private Document document(DpiaVersion version) {
        return new DpiaPresentation(version.content(), version.digest(), version, before(version.content()), service)
                .document();
    }

    private Document document(DpiaContent draft) {
        return new DpiaPresentation(draft, CanonicalContent.of(draft).digest(), null, before(draft), service)
                .document();
    }

    private List<DpiaVersion> before(DpiaContent content) {
        return of(content.reference()).stream()
                .filter(earlier -> earlier.number() < content.number())
                .toList();
    }
}
