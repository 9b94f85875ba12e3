package io.runstream.kit.throttle;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a request comes from; behind a trusted proxy, where that one says. */
public final class ClientAddress {
    /** Whoever has one address of IPv6 has a network of them. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The address, or the network that stands for it. */
    public static String of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null ? "" : of(remote.hostAddress());
    }

    static String of(@Nullable String address) {
        if (address == null) {
            return "";
        }
        return address.indexOf(':') < 0 ? address : network(address);
    }

    private static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length <= NETWORK_BYTES
                ? address
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "::/64";
    }
}
