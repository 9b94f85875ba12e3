package io.runstream.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the HTTP edge takes. */
@ConfigMapping(prefix = "runstream.http")
public interface HttpConfig {
    /** The largest body of a request that is held in memory, which is every one but uploads of artifacts. Larger: 413. */
    @WithDefault("64M")
    MemorySize maxBodySize();
}
