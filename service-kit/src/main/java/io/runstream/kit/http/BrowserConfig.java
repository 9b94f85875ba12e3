package io.runstream.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which names the server goes by, and which other sites' pages may use it from a browser. As MLflow's server options. */
@ConfigMapping(prefix = "runstream.http")
public interface BrowserConfig {
    /**
     * The values of the {@code Host} header that are answered; {@code *} in one stands for anything, alone it switches the
     * check off. One without a port is for every port. {@code private} stands for this machine's own names and the addresses
     * of private networks, which is also what is answered if this is absent.
     */
    Optional<List<String>> allowedHosts();

    /**
     * The origins ({@code https://site.example}) whose pages may read answers and send what changes data; {@code *} in one
     * stands for anything, alone it admits every page, without credentials. Pages of this machine and of this server may
     * always.
     */
    Optional<List<String>> corsAllowedOrigins();

    /** The header {@code X-Frame-Options}: who may show the pages in a frame. {@code NONE} leaves it out. */
    @WithDefault("SAMEORIGIN")
    String xFrameOptions();

    /**
     * How long browsers are told to come by TLS only, once they have ({@code Strict-Transport-Security}); sent with answers
     * to requests that came by TLS, or by a trusted proxy's word. 0 leaves it out.
     */
    @WithDefault("365D")
    Duration strictTransportSecurity();
}
