package gm.sharing.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The maker of PDFs asks no other machine for anything, even if markup had come through. */
class NothingFromElsewhereTests {

    private static final Document DOCUMENT =
            new Document("Agreement", "Words", "1.0", null, List.of(), List.of(), List.of(), List.of());

    @Test
    void readsNothingFromElsewhereWhateverTheMarkupAsksFor() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var there = "http://127.0.0.1:" + server.getAddress().getPort();
            var article =
                    """
                    <article><h1>Agreement</h1>
                    <img src="%1$s/picture.png" alt="x"/>
                    <link rel="stylesheet" href="%1$s/link.css"/>
                    <style>@import url(%1$s/import.css); p { background: url(%1$s/ground.png) }</style>
                    <p>Words</p>
                    <object data="%1$s/object" type="image/svg+xml">x</object>
                    </article>"""
                            .formatted(there);

            assertThat(DocumentFixture.pdf(DOCUMENT, article)).isNotEmpty();
            assertThat(asked).isEmpty();
        } finally {
            server.stop(0);
        }
    }
}
