package org.yol.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;

/** The address a request comes from, as limits count it. */
final class Address {

    private static final int NETWORK_BYTES = 8;

    private Address() {}

    static String of(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null ? "unknown" : of(remote);
    }

    /** An IPv6 address stands for its /64, all of which one subscriber has. */
    static String of(InetSocketAddress remote) {
        // The one that a trusted proxy names is not resolved, and never shall be.
        var address = remote.getAddress() == null ? literal(remote.getHostString()) : remote.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64"
                : remote.getHostString();
    }

    private static InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
