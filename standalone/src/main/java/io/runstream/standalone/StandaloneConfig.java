package io.runstream.standalone;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the application needs to know of the process it runs in; set by {@link StandaloneMain}, not by people. */
@ConfigMapping(prefix = "runstream.standalone")
public interface StandaloneConfig {
    /** Where clients on this machine reach the server. */
    URI url();

    /** The folder of everything that is kept. */
    Path data();

    /** Where the first administrator's first password is; absent if it is not kept. */
    Optional<Path> adminPasswordFile();

    /** Whether to rebuild the tables and stop. */
    boolean replay();
}
