package gm.sharing.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the request at hand comes from, as the web server resolved it behind a load balancer. */
final class Caller {

    /** Whoever has an IPv6 address has all those of its network. */
    private static final int NETWORK_BYTES = 8;

    private Caller() {}

    /** The address, for IPv6 its network; empty without a request. */
    static String network() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? network(attributes.getRequest().getRemoteAddr())
                : "";
    }

    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // An address in digits: nothing is looked up.
            return InetAddress.getByName(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
