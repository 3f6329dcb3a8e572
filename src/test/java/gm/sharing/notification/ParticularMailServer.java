package gm.sharing.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Speaks SMTP (RFC 5321), and answers for some recipients as real servers do when they do not take anything. */
class ParticularMailServer implements AfterAllCallback {

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Takes what is answered for which address; every other is fine. */
    ParticularMailServer(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread server = new Thread(this::serve, "particular mail server");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How often somebody tried to send to this address. */
    long attempts(String address) {
        return asked.stream().filter(address::equals).count();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread talk = new Thread(() -> talk(client), "mail client");
                talk.setDaemon(true);
                talk.start();
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:")) {
                    String address = line.replaceAll(".*<|>.*", "");
                    asked.add(address);
                    say(client, answers.getOrDefault(address, "250 fine"));
                } else if (line.equals("DATA")) {
                    say(client, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // Not of interest.
                    }
                    say(client, "250 taken");
                } else if (line.equals("QUIT")) {
                    say(client, "221 bye");
                    return;
                } else {
                    say(client, "250 fine");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        socket.close();
    }
}
