package gm.sharing.document;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document's files as they are sent to a browser. */
public final class DocumentFiles {

    /** Viewers of PDF need more than pages may do, and run nothing of ours. */
    private static final String POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private DocumentFiles() {}

    /**
     * Opens in the browser, and is saved under a name that tells what it is.
     *
     * @param name without the ending, for example "SJ-2026-0001-agreement-1.0"
     */
    public static ResponseEntity<byte[]> pdf(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Security-Policy", POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    /** The content exactly as it was digested, to be saved. */
    public static ResponseEntity<byte[]> content(String canonicalJson) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("content.json")
                                .build()
                                .toString())
                .body(canonicalJson.getBytes(StandardCharsets.UTF_8));
    }
}
