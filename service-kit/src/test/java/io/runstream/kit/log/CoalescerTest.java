package io.runstream.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoalescerTest {
    private final List<CompletableFuture<String>> sent = new ArrayList<>();
    private final Coalescer<String> coalescer = new Coalescer<>(() -> {
        CompletableFuture<String> answer = new CompletableFuture<>();
        sent.add(answer);
        return answer;
    });

    @Test
    void asksAtOnceWhenNothingIsOnItsWay() {
        var first = coalescer.ask().toCompletableFuture();
        assertThat(sent).hasSize(1);
        sent.getFirst().complete("one");
        assertThat(first).isCompletedWithValue("one");
    }

    @Test
    void neverJoinsAQuestionThatIsOnItsWay() {
        var first = coalescer.ask().toCompletableFuture();
        var second = coalescer.ask().toCompletableFuture();

        assertThat(sent).hasSize(1);
        sent.getFirst().complete("one");

        assertThat(first).isCompletedWithValue("one");
        assertThat(second).isNotDone();
        assertThat(sent).hasSize(2);
        sent.get(1).complete("two");
        assertThat(second).isCompletedWithValue("two");
    }

    @Test
    void oneQuestionServesAllWhoCameBeforeItWasSent() {
        var unused = coalescer.ask();
        var later = IntStream.range(0, 100)
                .mapToObj(i -> coalescer.ask().toCompletableFuture())
                .toList();

        sent.get(0).complete("one");
        sent.get(1).complete("two");

        assertThat(sent).hasSize(2);
        assertThat(later).allSatisfy(one -> assertThat(one).isCompletedWithValue("two"));
    }

    @Test
    void aFailureGoesToThoseWhoShareItAndNotToTheNext() {
        var first = coalescer.ask().toCompletableFuture();
        var second = coalescer.ask().toCompletableFuture();

        sent.get(0).completeExceptionally(new IllegalStateException("no answer"));
        sent.get(1).complete("two");

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue("two");
    }

    @Test
    void goesOnAfterAQuestionThatCouldNotBeSent() {
        var refusing = new Coalescer<String>(() -> {
            throw new IllegalStateException("closed");
        });

        for (int i = 0; i < 2; i++) {
            Throwable failure =
                    catchThrowable(() -> refusing.ask().toCompletableFuture().join());
            assertThat(failure).isInstanceOf(CompletionException.class).hasRootCauseMessage("closed");
        }
    }

    @Test
    void noCallerGetsAnAnswerOlderThanItself() throws InterruptedException {
        // Given a clock that is read by callers before they ask, and by the question when it is sent
        AtomicLong clock = new AtomicLong();
        var timed = new Coalescer<Long>(() -> CompletableFuture.supplyAsync(clock::incrementAndGet));
        Queue<String> tooOld = new ConcurrentLinkedQueue<>();

        // When four threads ask without pause
        List<Thread> callers = IntStream.range(0, 4)
                .mapToObj(n -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        long arrived = clock.get();
                        long sentAt = timed.ask().toCompletableFuture().join();
                        if (sentAt <= arrived) {
                            tooOld.add(sentAt + " for " + arrived);
                        }
                    }
                }))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(tooOld).isEmpty();
    }
}
