package io.runstream.bench.server;

import io.runstream.bench.http.Body;
import io.runstream.bench.http.HttpConnection;
import io.runstream.bench.http.Requests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Waits until a server answers. */
final class Startup {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final byte[] DEFAULT_EXPERIMENT = Requests.get("experiments/get?experiment_id=0");

    private Startup() {}

    /** @throws IllegalStateException if the process ends first or five minutes pass */
    static void await(InetSocketAddress address, ChildProcess process) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!answers(address)) {
            process.requireAlive();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The server does not answer at " + address);
            }
            pause();
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (HttpConnection connection = new HttpConnection(address)) {
            return connection
                    .exchange(ByteBuffer.wrap(DEFAULT_EXPERIMENT), Body.IGNORED)
                    .succeeded();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server starts", interrupted);
        }
    }
}
