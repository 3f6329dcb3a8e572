package gm.sharing.agreement;

import gm.sharing.document.CanonicalContent;
import gm.sharing.project.ProjectReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of an agreement as it was drafted; its content never changes. */
@Entity
@Table(name = "agreement_version")
public class AgreementVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String reference;
    private int ordinal;

    @Column(columnDefinition = "text")
    private String content;

    private String digest;
    private Instant createdAt;

    AgreementVersion(ProjectReference reference, int ordinal, CanonicalContent content, Instant createdAt) {
        this.reference = reference.value();
        this.ordinal = ordinal;
        this.content = content.json();
        this.digest = content.digest();
        this.createdAt = createdAt;
    }

    protected AgreementVersion() {}

    static String number(int ordinal) {
        return "1." + ordinal;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("The version is not stored yet");
        }
        return id;
    }

    int ordinal() {
        return ordinal;
    }

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    /** For example {@code 1.0}, then {@code 1.1}. */
    public String number() {
        return number(ordinal);
    }

    /** What its files are called, without their endings. */
    public String fileName() {
        return "%s-agreement-%s".formatted(reference, number());
    }

    /** SHA-256 of {@link #canonicalJson()} in UTF-8, as 64 hexadecimal digits in lower case. */
    public String digest() {
        return digest;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The content exactly as it was digested. */
    public String canonicalJson() {
        return content;
    }

    public AgreementContent content() {
        return CanonicalContent.read(content, AgreementContent.class);
    }
}
