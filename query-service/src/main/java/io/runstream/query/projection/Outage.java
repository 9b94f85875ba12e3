package io.runstream.query.projection;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Postgres or Kafka is away: said once when it goes and once when it is back, tried ever less often in between. */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST = Duration.ofMillis(50);

    private final Duration longest;
    private Duration pause = Duration.ZERO;

    Outage(Duration longest) {
        this.longest = longest;
    }

    /** How long to wait before the next try; zero while all is well. */
    Duration pause() {
        return pause;
    }

    void failed(RuntimeException cause) {
        if (pause.isZero()) {
            LOG.warn("The projection stands still until this passes", cause);
            pause = FIRST;
        } else {
            LOG.debug("The projection still stands still", cause);
            pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
        }
    }

    void succeeded() {
        if (!pause.isZero()) {
            pause = Duration.ZERO;
            LOG.info("The projection goes on");
        }
    }
}
