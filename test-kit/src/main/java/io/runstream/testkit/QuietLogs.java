package io.runstream.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps a broker and its clients from burying a test's own output. */
final class QuietLogs {
    /** Held: a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private QuietLogs() {}

    static void warningsOnly() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
