package gm.sharing.agreement;

import gm.sharing.document.Digest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A version as people read it. */
@Entity
@Table(name = "agreement_document")
class AgreementDocument {

    @Id
    private Long versionId;

    @Column(columnDefinition = "text")
    private String html;

    @Column(columnDefinition = "bytea")
    private byte[] pdf;

    /** Of the PDF's bytes. */
    private String pdfDigest;

    AgreementDocument(AgreementVersion version, String html, byte[] pdf) {
        this.versionId = version.id();
        this.html = html;
        this.pdf = pdf;
        this.pdfDigest = Digest.of(pdf).value();
    }

    protected AgreementDocument() {}

    String html() {
        return html;
    }

    byte[] pdf() {
        return pdf;
    }

    String pdfDigest() {
        return pdfDigest;
    }
}
