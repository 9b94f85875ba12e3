package io.runstream.artifact.root;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whom to ask where a run or a model keeps its artifacts. */
@ConfigMapping(prefix = "runstream.tracking")
public interface TrackingConfig {
    /** Where the tracking API is served: the gateway's address, or the only one. */
    @WithDefault("http://127.0.0.1:5000")
    URI url();

    /** How long an answer may take. Past it: 503. */
    @WithDefault("10s")
    Duration timeout();

    /**
     * The name of the TLS configuration ({@code quarkus.tls.<name>.*}) that says whom to trust when the address is
     * {@code https}. Absent: the authorities that the JVM knows.
     */
    Optional<String> tlsConfigurationName();
}
