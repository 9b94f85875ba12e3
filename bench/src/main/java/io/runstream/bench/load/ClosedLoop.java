package io.runstream.bench.load;

import com.sun.management.OperatingSystemMXBean;
import io.runstream.bench.http.Body;
import io.runstream.bench.http.HttpConnection;
import io.runstream.bench.http.Response;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections that each send their next request as soon as the last one is answered. When the time is over each
 * finishes the request it is in, and that time counts too: a server that answers slowly gains nothing by it.
 */
public final class ClosedLoop {

    /** How long after the end an answer may take before it counts as missing. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final InetSocketAddress address;

    public ClosedLoop(InetSocketAddress address) {
        this.address = address;
    }

    /** Runs one connection with its own thread for each source, for the given time, and at least one request each. */
    public LoadResult run(List<? extends RequestSource> sources, Duration duration) {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Recorder> recorders = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (RequestSource source : sources) {
            Recorder recorder = new Recorder();
            recorders.add(recorder);
            threads.add(Thread.ofPlatform().daemon().start(() -> drive(source, recorder, end)));
        }
        join(threads, end + PATIENCE.toNanos());
        long finished = System.nanoTime();
        Recorder all = new Recorder();
        recorders.forEach(all::add);
        return new LoadResult(
                all.latencies(),
                all.pushedBackCount(),
                all.failedCount(),
                all.firstFailure(),
                Duration.ofNanos(finished - start),
                Duration.ofNanos(cpuNanos() - cpu));
    }

    private void drive(RequestSource source, Recorder recorder, long end) {
        try (HttpConnection connection = new HttpConnection(address)) {
            do {
                send(connection, source.next(), recorder, end);
            } while (System.nanoTime() < end);
        } catch (IOException closing) {
            recorder.failed(closing.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends one request until it is answered otherwise than by 429, or the time is over. */
    private static void send(HttpConnection connection, ByteBuffer request, Recorder recorder, long end)
            throws InterruptedException {
        while (true) {
            request.rewind();
            long sent = System.nanoTime();
            Response response;
            try {
                response = connection.exchange(request, Body.IGNORED);
            } catch (IOException broken) {
                recorder.failed(broken.toString());
                return;
            }
            long answered = System.nanoTime();
            if (response.succeeded()) {
                recorder.succeeded(answered - sent);
                return;
            }
            if (!response.pushedBack()) {
                recorder.failed(response);
                return;
            }
            recorder.pushedBack();
            if (answered + response.retryAfter().toNanos() >= end) {
                return;
            }
            Thread.sleep(response.retryAfter());
        }
    }

    private static void join(List<Thread> threads, long deadline) {
        try {
            for (Thread thread : threads) {
                boolean ended = thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
                if (!ended) {
                    thread.interrupt();
                    thread.join();
                }
            }
        } catch (InterruptedException interrupted) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the load runs", interrupted);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
