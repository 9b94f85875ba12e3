package io.runstream.query.ui;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where MLflow's web page is taken from. */
@ConfigMapping(prefix = "runstream.ui")
public interface UiConfig {
    /**
     * An installed MLflow: the folder of its Python package, the {@code site-packages} around that, or the virtual environment
     * around those. Absent: no web page is served, and {@code /} says how to get it. The service does not start if there is
     * none.
     */
    Optional<Path> mlflowDir();
}
