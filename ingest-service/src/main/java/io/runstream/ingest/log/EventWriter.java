package io.runstream.ingest.log;

import io.runstream.error.ApiException;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;

/** Stamps events and puts them into the log; a rejection becomes an error in MLflow's words. */
@ApplicationScoped
public class EventWriter {
    private final EventLog log;
    private final Clock clock;

    @Inject
    EventWriter(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes a fact. Under an Idempotency-Key it waits for the projector, who alone knows whether it is the first.
     */
    public Uni<Void> fact(byte[] key, TrackingEvent.Builder event, Origin origin) {
        return origin.idempotency() == null
                ? log.append(key, stamped(event, origin))
                : ask(key, event, origin, Rejections::toError).replaceWithVoid();
    }

    /** @return a reply that is no rejection; a rejection fails it */
    public Uni<Reply> ask(byte[] key, TrackingEvent.Builder event, Origin origin) {
        return ask(key, event, origin, Rejections::toError);
    }

    /**
     * Asks for what changes nothing: in nobody's name, since the answer may be kept for others.
     *
     * @return a reply that is no rejection; a rejection fails it
     */
    public Uni<Reply> ask(byte[] key, TrackingEvent.Builder question) {
        return ask(key, question, Origin.SERVICE);
    }

    /** @param errors for where an endpoint has words of its own */
    public Uni<Reply> ask(
            byte[] key, TrackingEvent.Builder event, Origin origin, Function<Rejection, ApiException> errors) {
        return log.ask(key, stamped(event, origin)).invoke(reply -> {
            if (reply.hasRejection()) {
                throw errors.apply(reply.getRejection());
            }
        });
    }

    /** The time that events accepted now carry: milliseconds since the epoch. */
    public long now() {
        return clock.millis();
    }

    private TrackingEvent stamped(TrackingEvent.Builder event, Origin origin) {
        if (event.getAcceptedAt() == 0) {
            event.setAcceptedAt(now());
        }
        event.setPrincipal(origin.caller().name());
        IdempotencyKey idempotency = origin.idempotency();
        if (idempotency != null) {
            event.setIdempotency(idempotency.scopedTo(event.getEventCase()));
        }
        return event.build();
    }
}
