package io.runstream.kit.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets many callers share one remote question whose answer must not be older than the caller: whoever comes while a
 * question is on its way waits for the next one, which is sent when the one before is back.
 *
 * <p>Thread-safe and lock-free. At most one question is on its way at any time.
 */
public final class Coalescer<T> {
    private final Supplier<? extends CompletionStage<T>> question;
    private final AtomicBoolean inFlight = new AtomicBoolean();
    /** Replaced only by whoever put the question in flight. */
    private volatile Round<T> gathering = new Round<>();

    /** @param question asks once; a failure, thrown or returned, goes to everybody who shares it */
    public Coalescer(Supplier<? extends CompletionStage<T>> question) {
        this.question = question;
    }

    /** The answer to a question that is sent after this call. */
    public CompletionStage<T> ask() {
        Round<T> round = gathering;
        round.wanted = true;
        sendIfIdle();
        return round.answer.minimalCompletionStage();
    }

    private void sendIfIdle() {
        // A caller marks its round before it looks whether one is in flight, and a returning answer clears the flight
        // before it looks at the marks: one of the two sees the other.
        if (gathering.wanted && inFlight.compareAndSet(false, true)) {
            Round<T> closed = gathering;
            gathering = new Round<>();
            send().whenComplete((answer, failure) -> {
                inFlight.set(false);
                sendIfIdle();
                closed.complete(answer, failure);
            });
        }
    }

    private CompletionStage<T> send() {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static final class Round<T> {
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private volatile boolean wanted;

        void complete(T value, Throwable failure) {
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(failure);
            }
        }
    }
}
