package gm.sharing.workflow.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request with the parameters and the body that were looked at, and no others. */
final class AdmittedRequest extends HttpServletRequestWrapper {

    private final List<String> query;
    private final @Nullable ServletInputStream body;

    /** @param body null to read what was sent */
    AdmittedRequest(HttpServletRequest request, List<String> query, byte @Nullable [] body) {
        super(request);
        this.query = query;
        this.body = body == null ? null : new Kept(body);
    }

    @Override
    public @Nullable String getQueryString() {
        return query.isEmpty() ? null : String.join("&", query);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return body == null
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Kept(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return bytes.read(target, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The engine reads at once");
        }
    }
}
