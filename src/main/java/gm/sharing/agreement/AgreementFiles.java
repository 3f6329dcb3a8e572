package gm.sharing.agreement;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An agreement's files as they are sent to a browser. */
public final class AgreementFiles {

    /** Viewers of PDF need more than pages may do, and run nothing of ours. */
    private static final String POLICY = "frame-ancestors 'none'";

    private AgreementFiles() {}

    /** Opens in the browser, and is saved under a name that tells what it is. */
    public static ResponseEntity<byte[]> pdf(AgreementVersion version, byte[] pdf) {
        String name = "%s-agreement-%s.pdf".formatted(version.reference(), version.number());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Security-Policy", POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(pdf);
    }

    /** The content exactly as it was digested, to be saved. */
    public static ResponseEntity<byte[]> content(AgreementVersion version) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("content.json")
                                .build()
                                .toString())
                .body(version.canonicalJson().getBytes(StandardCharsets.UTF_8));
    }
}
