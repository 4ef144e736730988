package io.tideline.survey.door;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a limit per client counts: an IPv4 address, or the /64 that one IPv6 household has at the least. It is the address of the connection or, where that
 * is a trusted proxy's, the last one in X-Forwarded-For that no trusted proxy has: each proxy writes whom it heard from behind what it was told, and a
 * client may have told it anything. Quarkus would take the first (quarkus.http.proxy), which is the client's own word.
 */
final class ClientNetwork {
    private static final int NETWORK_BYTES = 8;
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String NO_ADDRESS = "local";

    private final List<CidrAddress> proxies;

    /** @param proxies networks of the proxies whose word is taken */
    ClientNetwork(List<CidrAddress> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    String of(HttpServerRequest request) {
        String peer = request.connection().remoteAddress().hostAddress();
        return peer == null ? NO_ADDRESS : of(peer, request.headers().getAll(FORWARDED));
    }

    /**
     * @param peer address of the connection, as digits
     * @param forwarded values of the header, in order
     */
    String of(String peer, List<String> forwarded) {
        InetAddress client = address(peer);
        if (client == null) {
            return peer;
        }
        if (!isTrusted(client)) {
            return network(client);
        }
        List<String> hops = forwarded.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .toList();
        for (int last = hops.size() - 1; last >= 0 && isTrusted(client); last--) {
            InetAddress hop = address(withoutPort(hops.get(last).strip()));
            if (hop == null) {
                break;
            }
            client = hop;
        }
        return network(client);
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                : address.getHostAddress();
    }

    /** 192.0.2.7:443 and [2001:db8::1]:443 are what some proxies write. */
    private static String withoutPort(String hop) {
        int colon = hop.lastIndexOf(':');
        boolean hasPort = colon > 0 && (hop.indexOf(':') == colon || hop.charAt(colon - 1) == ']');
        return hasPort ? hop.substring(0, colon) : hop;
    }

    /** Of digits alone: no name is ever looked up. An IPv4 address that is written as IPv6 is the same address. */
    private static @Nullable InetAddress address(String digits) {
        byte[] bytes = Inet.parseInetAddressToBytes(digits);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
