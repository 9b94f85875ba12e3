package io.runstream.bench.workload;

import io.runstream.bench.load.LoadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Files of the size that models have, moved once: through the server and, where that can be reached, to or from the store
 * behind it by its SDK.
 *
 * @param atOnce files moved side by side
 * @param megabytes of each
 */
record BigFiles(String name, String title, Goal goal, Direction direction, int atOnce, int megabytes)
        implements Workload {

    private static final long MEGABYTE = 1_000_000;
    private static final double NANOS = 1e9;

    enum Direction {
        UP,
        DOWN
    }

    @Override
    public Measurement measure(Stage stage) {
        FileShelf proxied = new ProxiedFiles(stage.address());
        // Opens connections and grows buffers, as the first file of the day does.
        move(proxied, Math.min(megabytes, 100), Direction.UP);
        Duration cpu = stage.serverCpu().get();
        try (MemoryGrowth memory = new MemoryGrowth(stage.serverMemory())) {
            Moved moved = move(proxied, megabytes, direction);
            Duration serverCpu = stage.serverCpu().get().minus(cpu);
            LoadResult load = new LoadResult(moved.latencies(), 0, 0, "", moved.elapsed(), Duration.ZERO);
            return new Measurement(
                    load, megabytes, moved.elapsed(), serverCpu, byStore(stage), Optional.empty(), memory.remark());
        }
    }

    private Optional<Double> byStore(Stage stage) {
        return stage.store().map(store -> {
            Moved moved = move(new StoredFiles(store), megabytes, direction);
            return atOnce * (double) megabytes / (moved.elapsed().toNanos() / NANOS);
        });
    }

    private record Moved(Histogram latencies, Duration elapsed) {}

    /** Only what goes in the wanted direction is timed. */
    private Moved move(FileShelf shelf, int size, Direction timed) {
        List<String> paths = IntStream.range(0, atOnce)
                .mapToObj(i -> "bench/" + UUID.randomUUID() + ".bin")
                .toList();
        Moved up = each(paths, size, shelf::put);
        Moved moved = timed == Direction.UP ? up : each(paths, size, shelf::get);
        each(paths, size, (path, bytes) -> shelf.delete(path));
        return moved;
    }

    private static Moved each(List<String> paths, int size, BiConsumer<String, Long> action) {
        Histogram latencies = new Histogram(3);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(paths.size())) {
            List<Future<Long>> running = new ArrayList<>();
            for (String path : paths) {
                running.add(threads.submit(() -> {
                    action.accept(path, size * MEGABYTE);
                    return System.nanoTime() - start;
                }));
            }
            for (Future<Long> file : running) {
                latencies.recordValue(file.get() / 1_000);
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files are moved", interrupted);
        }
        return new Moved(latencies, Duration.ofNanos(System.nanoTime() - start));
    }
}
