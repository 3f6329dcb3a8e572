package gm.sharing;

import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that tests start, stop and start again. */
public final class TestPorts {

    /** Below the ports that systems give to outgoing connections, which would take one while its server is down. */
    private static final int LOWEST = 12_000;

    private static final int HIGHEST = 32_000;

    /** What a busy machine may need, in milliseconds. */
    private static final long PATIENCE = 120_000;

    private TestPorts() {}

    /** A port that nobody listens on now. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** For a mail server on a port that nobody listens on now. */
    public static ServerSetup smtp() {
        var setup = new ServerSetup(free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(PATIENCE);
        return setup;
    }
}
