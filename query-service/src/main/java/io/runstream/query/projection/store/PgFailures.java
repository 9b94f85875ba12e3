package io.runstream.query.projection.store;

import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Tells trouble with Postgres itself from trouble with what it was given. */
final class PgFailures {
    /**
     * Data exception, integrity violation, program limit exceeded (an index entry too long). All else counts as trouble
     * that passes or that an operator can end, a missing table or privilege too: no event is given up for that.
     */
    private static final List<String> REFUSALS = List.of("22", "23", "54");

    private PgFailures() {}

    /** @return a {@link FencedException}, {@link DataRefusedException} or {@link StoreUnavailableException} */
    static RuntimeException classify(RuntimeException failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case FencedException fenced -> fenced;
            case PgException pg when isRefusal(pg) -> new DataRefusedException(pg);
            default -> new StoreUnavailableException(cause);
        };
    }

    private static boolean isRefusal(PgException failure) {
        String state = failure.getSqlState();
        return state != null && REFUSALS.stream().anyMatch(state::startsWith);
    }
}
