package io.runstream.bench.workload;

import io.runstream.bench.load.LoadResult;
import io.runstream.bench.load.Rotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Requests that change nothing, the same few again and again.
 *
 * @param pointsPerRequest metric points in each answer
 * @param requests prepares what is to be read, checks that it is there, and says how to ask for it
 */
record ReadWorkload(String name, String title, Goal goal, int pointsPerRequest, Function<Stage, List<byte[]>> requests)
        implements Workload {

    @Override
    public Measurement measure(Stage stage) {
        List<byte[]> all = requests.apply(stage);
        int connections = stage.effort().connections();
        List<Rotation> sources = IntStream.range(0, connections)
                .mapToObj(connection -> startingAt(all, connection))
                .toList();
        stage.loop().run(sources, stage.effort().warmUp());
        Duration cpu = stage.serverCpu().get();
        LoadResult load = stage.loop().run(sources, stage.effort().window());
        Duration serverCpu = stage.serverCpu().get().minus(cpu);
        return new Measurement(
                load, pointsPerRequest, load.elapsed(), serverCpu, Optional.empty(), Optional.empty(), "");
    }

    private static Rotation startingAt(List<byte[]> requests, int connection) {
        List<byte[]> rotated = new ArrayList<>(requests);
        Collections.rotate(rotated, connection * 31);
        return Rotation.ofFixed(rotated);
    }
}
