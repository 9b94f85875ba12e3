package io.runstream.kit.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Under which path the server is found. */
@ConfigMapping(prefix = "runstream.http")
public interface PathPrefixConfig {
    /**
     * The path under which everything is served as well, {@code /mlflow} for example, for proxies that pass it on. As MLflow's
     * {@code --static-prefix}. Absent: none.
     */
    Optional<String> pathPrefix();
}
