package io.runstream.bench.workload;

import io.runstream.bench.http.TrackingClient;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** Does a list of errands over a few connections, few enough for the slowest server; for what is not measured. */
final class Crew {

    private static final int SIZE = 4;

    private final InetSocketAddress address;

    Crew(InetSocketAddress address) {
        this.address = address;
    }

    /** @return the answers in the order of the items; the first failure ends it */
    <T, R> List<R> map(List<T> items, BiFunction<TrackingClient, T, R> errand) {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIZE)) {
            List<Future<List<R>>> shares = new ArrayList<>();
            for (int member = 0; member < SIZE; member++) {
                int first = member;
                shares.add(threads.submit(() -> share(items, first, errand)));
            }
            return inOrder(shares, items.size());
        }
    }

    private <T, R> List<R> share(List<T> items, int first, BiFunction<TrackingClient, T, R> errand) {
        List<R> answers = new ArrayList<>();
        try (TrackingClient client = new TrackingClient(address)) {
            for (int i = first; i < items.size(); i += SIZE) {
                answers.add(errand.apply(client, items.get(i)));
            }
        }
        return answers;
    }

    private <R> List<R> inOrder(List<Future<List<R>>> shares, int count) {
        List<R> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(get(shares.get(i % SIZE)).get(i / SIZE));
        }
        return all;
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
