package io.runstream.ingest.log;

import io.runstream.event.v1.Created;
import io.runstream.event.v1.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What other instances were told, or tell. Every instance reads all replies, so that a few milliseconds after one has
 * created, looked up or deleted something the others know of it too, and need not ask. Thread-safe.
 */
@ApplicationScoped
public class Overheard {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Called on the thread that reads replies; must not block. */
    public interface Listener {
        /** A verdict that another instance waited for. */
        void verdict(Reply verdict);

        /** Something that is in the log since then. */
        void created(Created what);
    }

    /** To be called at start: what was said before is not repeated. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    void verdict(Reply verdict) {
        listeners.forEach(listener -> listener.verdict(verdict));
    }

    void created(Created what) {
        listeners.forEach(listener -> listener.created(what));
    }
}
