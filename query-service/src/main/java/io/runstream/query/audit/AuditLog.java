package io.runstream.query.audit;

import java.io.IOException;

/** Where it can be read who did what. */
interface AuditLog {
    /** Takes what is read. */
    interface Sink {
        /** @throws IOException nobody listens any more */
        void accept(AuditEntry entry) throws IOException;
    }

    /**
     * Blocks until everything wanted has been read that was there when it was called. In the log's order for each entity; not
     * across them.
     *
     * @throws io.runstream.error.ApiException 503 if the log can't be read
     * @throws IOException from the sink
     */
    void read(AuditRequest request, Sink sink) throws IOException;
}
