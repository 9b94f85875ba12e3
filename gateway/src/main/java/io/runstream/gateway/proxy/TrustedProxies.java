package io.runstream.gateway.proxy;

import io.netty.util.NetUtil;
import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose word counts on where a request came from. */
final class TrustedProxies {
    private final List<CidrAddress> networks;

    /** @throws IllegalArgumentException one of them is no network; the message names the setting */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::parse).toList();
    }

    static TrustedProxies none() {
        return new TrustedProxies(List.of());
    }

    boolean include(@Nullable SocketAddress remote) {
        if (networks.isEmpty() || remote == null || remote.hostAddress() == null) {
            return false;
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(remote.hostAddress());
        return address != null && networks.stream().anyMatch(network -> network.matches(address));
    }

    private static CidrAddress parse(String network) {
        String text = network.strip();
        CidrAddress parsed =
                Inet.parseCidrAddress(text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32"));
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "A network is 10.0.0.0/8 for example, not " + text + " (runstream.gateway.trusted-proxies)");
        }
        return parsed;
    }
}
