package gm.sharing.fault;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The engine's answer to a program or to Tasklist, of which only the status is kept when it is an error of the server. */
final class NumberedAnswer extends HttpServletResponseWrapper {

    private static final String WORDS =
            "Sorry, something went wrong. %sIf it happens again, tell the people who run this service the number %s.";
    private static final String UNSAVED = "What you did may not be saved. ";

    private boolean fault;

    NumberedAnswer(HttpServletResponse answer) {
        super(answer);
    }

    @Override
    public void setStatus(int status) {
        fault = status >= SC_INTERNAL_SERVER_ERROR;
        super.setStatus(status);
    }

    @Override
    public void sendError(int status) throws IOException {
        if (status >= SC_INTERNAL_SERVER_ERROR && !isCommitted()) {
            reset();
            setStatus(status);
        } else {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String words) throws IOException {
        if (status >= SC_INTERNAL_SERVER_ERROR) {
            sendError(status);
        } else {
            super.sendError(status, words);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return fault ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return fault ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }

    /** Words of the engine must not leave before they are replaced. */
    @Override
    public void flushBuffer() throws IOException {
        if (!fault) {
            super.flushBuffer();
        }
    }

    /** @param mayChange whether what was asked for may have changed something */
    void finish(String number, boolean mayChange) throws IOException {
        if (!fault || isCommitted()) {
            return;
        }
        resetBuffer();
        var body = "{\"type\":\"InternalServerError\",\"message\":\"%s\",\"code\":0}"
                .formatted(WORDS.formatted(mayChange ? UNSAVED : "", number))
                .getBytes(StandardCharsets.UTF_8);
        super.setContentType("application/json");
        super.setContentLength(body.length);
        super.getOutputStream().write(body);
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An error of the engine is written at once");
        }

        @Override
        public void write(int one) {}
    }
}
