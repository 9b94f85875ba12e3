package io.runstream.query.consistency;

import java.time.Duration;

/** Settings as a test wants them. */
record FixedReadConfig(Duration maxWait, Duration logTimeout, Duration pollInterval, int maxWaiting)
        implements ReadConfig {}
