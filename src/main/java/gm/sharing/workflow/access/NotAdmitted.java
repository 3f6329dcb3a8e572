package gm.sharing.workflow.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.workflow.access.DoorRow.Takes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A request does not come to the engine. It is answered in the words of the engine's API, which its clients show. */
final class NotAdmitted extends RuntimeException {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpStatus status;
    private final String words;

    NotAdmitted(HttpStatus status, String words) {
        super(words, null, false, false);
        this.status = status;
        this.words = words;
    }

    static NotAdmitted tooLarge(Takes takes) {
        return new NotAdmitted(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "The request is larger than the %d KB that are taken here.".formatted(takes.mostBytes() / 1024));
    }

    HttpStatus status() {
        return status;
    }

    void answer(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(Map.of("type", "NotAdmitted", "message", words)));
    }
}
