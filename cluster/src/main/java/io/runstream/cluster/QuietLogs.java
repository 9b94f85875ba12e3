package io.runstream.cluster;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A backend's log is for what is wrong. */
public final class QuietLogs {
    /** Held: a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS = List.of(Logger.getLogger(""));

    private QuietLogs() {}

    /** For the whole process. */
    public static void warningsOnly() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
