package io.runstream.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the HTTP edge takes. */
@ConfigMapping(prefix = "runstream.http")
public interface HttpConfig {
    /**
     * The largest body of a request that is held in memory, which is every one but uploads of artifacts. Larger: 413. Twice
     * as much may be held of all bodies over 64 KB together; more get 429. By default a sixteenth of the heap, and 64 MB at most: what
     * is made of a body takes several times its size.
     */
    Optional<MemorySize> maxBodySize();
}
