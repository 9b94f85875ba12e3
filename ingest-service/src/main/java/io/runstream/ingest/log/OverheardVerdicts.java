package io.runstream.ingest.log;

import io.runstream.event.v1.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Verdicts on commands that came through other instances. Every instance reads all replies, so that a few milliseconds after
 * one was told of a deletion the others know of it too. Thread-safe.
 */
@ApplicationScoped
public class OverheardVerdicts {
    private final List<Consumer<Reply>> listeners = new CopyOnWriteArrayList<>();

    /** @param listener called on the thread that reads replies; must not block */
    public void listen(Consumer<Reply> listener) {
        listeners.add(listener);
    }

    void heard(Reply verdict) {
        listeners.forEach(listener -> listener.accept(verdict));
    }
}
