package io.runstream.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProjectorThreadTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void goesOnAfterWhateverAProjectorThrows() throws Exception {
        CountDownLatch thirdTry = new CountDownLatch(3);
        try (ProjectorThread thread = new ProjectorThread(
                "projector-test",
                () -> {
                    thirdTry.countDown();
                    throw new IllegalStateException("Kafka does not answer");
                },
                SHORT)) {
            thread.start();
            thirdTry.await();

            assertThat(thread.isAlive()).isTrue();
        }
    }

    @Test
    void isDeadAfterWhatNobodyCanGoOnFrom() {
        AtomicInteger tries = new AtomicInteger();
        try (ProjectorThread thread = new ProjectorThread(
                "projector-test",
                () -> {
                    tries.incrementAndGet();
                    throw new NoClassDefFoundError("io/runstream/Gone");
                },
                SHORT)) {
            thread.start();

            // What ends the thread is uncaught, which Awaitility would take for the failure of this test.
            await().dontCatchUncaughtExceptions().until(() -> !thread.isAlive());
            assertThat(tries).hasValue(1);
        }
    }
}
