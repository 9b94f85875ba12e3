package io.runstream.kit.access.directory;

import com.google.protobuf.ByteString;
import io.runstream.access.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** The events that this process has written and not read yet. */
final class AwaitedOutcomes {
    private final ConcurrentMap<ByteString, CompletableFuture<Outcome>> awaited = new ConcurrentHashMap<>();
    private final Duration patience;

    AwaitedOutcomes(Duration patience) {
        this.patience = patience;
    }

    CompletableFuture<Outcome> await(ByteString requestId) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        awaited.put(requestId, outcome);
        return outcome.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> awaited.remove(requestId));
    }

    /** Most events are somebody else's, and nobody here waits for them. */
    void tell(ByteString requestId, Outcome outcome) {
        CompletableFuture<Outcome> waiting = awaited.get(requestId);
        if (waiting != null) {
            waiting.complete(outcome);
        }
    }
}
