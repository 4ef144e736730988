package io.tideline.survey.door;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a limit per client counts: an IPv4 address, or the /64 that one IPv6 household has at the least. */
final class ClientNetwork {
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    static String of(SocketAddress client) {
        return client.hostAddress() == null ? "local" : of(client.hostAddress());
    }

    /** @param literal an address as digits, never a name */
    static String of(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            if (address instanceof Inet6Address) {
                return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64";
            }
            return address.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return literal;
        }
    }
}
