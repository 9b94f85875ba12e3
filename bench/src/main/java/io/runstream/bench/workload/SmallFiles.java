package io.runstream.bench.workload;

import io.runstream.bench.load.LoadResult;
import io.runstream.bench.load.RequestSource;
import io.runstream.bench.load.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Small files, uploaded one after the other over each of some connections.
 *
 * @param connections each with one upload on its way
 * @param size bytes of a file
 */
record SmallFiles(String name, String title, Goal goal, int connections, int size) implements Workload {
    private static final long FIRST = 1_000_000_000L;

    @Override
    public Measurement measure(Stage stage) {
        List<RequestSource> sources =
                IntStream.range(0, connections).mapToObj(i -> uploads()).toList();
        stage.loop().run(sources, stage.effort().warmUp());
        Duration cpu = stage.serverCpu().get();
        try (MemoryGrowth memory = new MemoryGrowth(stage.serverMemory())) {
            LoadResult load = stage.loop().run(sources, stage.effort().window());
            Duration serverCpu = stage.serverCpu().get().minus(cpu);
            return new Measurement(
                    load, 0, load.elapsed(), serverCpu, Optional.empty(), Optional.empty(), memory.remark());
        }
    }

    private RequestSource uploads() {
        return Template.request()
                .text("PUT " + ProxiedFiles.API + "bench/" + UUID.randomUUID() + "/")
                .number(FIRST, 1, 0)
                .text(".txt HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nContent-Length: " + size + "\r\n\r\n")
                .text("x".repeat(size))
                .build(1);
    }
}
