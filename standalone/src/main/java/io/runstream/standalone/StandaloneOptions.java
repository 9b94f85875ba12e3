package io.runstream.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param data the folder of everything that is kept
 * @param listening where to serve, and for whom
 * @param auth whether callers have to say who they are
 * @param flushEachAppend whether an acknowledged write survives a power cut, not just the end of the process
 * @param mlflowUi the installed MLflow whose web page to serve; null for none
 * @param replay whether to rebuild the tables from the log and stop, instead of serving
 */
public record StandaloneOptions(
        Path data,
        Listening listening,
        boolean auth,
        boolean flushEachAppend,
        @Nullable Path mlflowUi,
        boolean replay) {}
