package io.runstream.ingest.log;

import io.runstream.kit.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Where a write comes from.
 *
 * @param caller who sent it; the log keeps the name
 * @param idempotency null if the request carried no key
 */
public record Origin(Caller caller, @Nullable IdempotencyKey idempotency) {
    /** For what the service does unasked. */
    public static final Origin SERVICE = new Origin(Caller.ANYONE, null);

    /** For what a request brings with it, besides what its key is for. */
    public Origin withoutKey() {
        return idempotency == null ? this : new Origin(caller, null);
    }
}
