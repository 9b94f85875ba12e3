package io.runstream.query.outage;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it shows that Postgres is away, or about to be. */
public final class StoreOutage {
    /** Connection trouble, no resources left, stopped or starting by an operator's hand. */
    private static final List<String> STATES = List.of("08", "53", "57");

    private StoreOutage() {}

    /** Whether what failed a read may be gone when the read is sent again. */
    public static boolean isReasonFor(Throwable failure) {
        return switch (failure) {
            case PgException refused -> passes(refused.getSqlState());
            case ClosedConnectionException disconnected -> true;
            case IOException unreachable -> true;
            default -> false;
        };
    }

    private static boolean passes(@Nullable String state) {
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }
}
