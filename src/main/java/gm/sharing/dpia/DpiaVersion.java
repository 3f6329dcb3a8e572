package gm.sharing.dpia;

import gm.sharing.document.CanonicalContent;
import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An assessment as it was when it was decided, sent back or opened again; it never changes. */
@Entity
@Table(name = "dpia_version")
public class DpiaVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String reference;
    private int number;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @Column(columnDefinition = "text")
    private String content;

    private String digest;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "kept_by"))
    @AttributeOverride(name = "name", column = @Column(name = "kept_name"))
    @AttributeOverride(name = "at", column = @Column(name = "kept_at"))
    private By by;

    DpiaVersion(DpiaContent content, Occasion occasion, By by) {
        CanonicalContent canonical = CanonicalContent.of(content);
        this.reference = content.reference().value();
        this.number = content.number();
        this.occasion = occasion;
        this.content = canonical.json();
        this.digest = canonical.digest();
        this.by = by;
    }

    protected DpiaVersion() {}

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    /** 1, 2, 3 and so on. */
    public int number() {
        return number;
    }

    public Occasion occasion() {
        return occasion;
    }

    /** Who decided, sent it back or opened it again, and when. */
    public By by() {
        return by;
    }

    /** SHA-256 of {@link #canonicalJson()} in UTF-8, as 64 hexadecimal digits in lower case. */
    public String digest() {
        return digest;
    }

    /** The content exactly as it was digested. */
    public String canonicalJson() {
        return content;
    }

    public DpiaContent content() {
        return CanonicalContent.read(content, DpiaContent.class);
    }
}
