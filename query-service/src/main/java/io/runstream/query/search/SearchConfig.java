package io.runstream.query.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Searches of runs. */
@ConfigMapping(prefix = "runstream.search")
public interface SearchConfig {
    /**
     * How long Postgres may work on one page. Past it the search is given up and answered 400, so that nobody's client
     * sends it again: only a narrower one helps. To the millisecond.
     */
    @WithDefault("30s")
    Duration timeout();
}
