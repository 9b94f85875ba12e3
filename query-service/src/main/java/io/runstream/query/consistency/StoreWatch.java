package io.runstream.query.consistency;

import io.runstream.query.outage.StoreOutage;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Whether Postgres is known to be away, by whoever asked it last. Then nothing gets projected, and a read that waited for the
 * projection would wait in vain. An answer that only takes long is no sign of that.
 */
@Singleton
final class StoreWatch {
    private volatile boolean away;

    /** @param failure null if it has answered */
    void asked(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapper ? wrapper.getCause() : failure;
        away = cause != null && StoreOutage.isReasonFor(cause);
    }

    boolean isAway() {
        return away;
    }
}
