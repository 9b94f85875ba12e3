package io.runstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services as processes of their own behind the gateway, while one of each kind is killed. */
class ClusterIT {
    private static final Path HOME = Path.of(System.getProperty("runstream.home", ".."));
    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedWriteIsThereOnceThoughOneOfEachKindIsKilled() throws Exception {
        try (Cluster cluster = new Cluster(HOME, folder, Layout.redundant(), 0)) {
            cluster.start();
            try (TrackingApi api = new TrackingApi(cluster.url())) {
                seesItsOwnWritesThroughWhicheverReplica(cluster);
                keepsArtifacts(api);
                losesNothingToAKill(cluster, api);
            }
        }
    }

    private static void seesItsOwnWritesThroughWhicheverReplica(Cluster cluster) throws InterruptedException {
        List<URI> ingest = cluster.replicas("ingest");
        List<URI> query = cluster.replicas("query");
        for (int i = 0; i < 2 * ingest.size() * query.size(); i++) {
            try (TrackingApi writer = new TrackingApi(ingest.get(i % ingest.size()));
                    TrackingApi reader = new TrackingApi(query.get(i / ingest.size() % query.size()))) {
                String run = writer.createRun();
                writer.logParam(run, "alpha", "0.5");
                writer.logMetric(run, "loss", 7);
                assertThat(reader.run(run).at("/run/data/params/0/value").asText())
                        .isEqualTo("0.5");
                assertThat(reader.points(run, "loss")).isEqualTo(1);
            }
        }
    }

    private static void keepsArtifacts(TrackingApi api) throws InterruptedException {
        api.upload("0/some/artifacts/a%20b.txt", "content");
        assertThat(api.download("0/some/artifacts/a%20b.txt")).isEqualTo("content");
    }

    private static void losesNothingToAKill(Cluster cluster, TrackingApi api) throws Exception {
        // Given
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<Written>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> write(api, stop)));
            }
            try {
                // When
                for (String victim : List.of("ingest-1", "query-1", "artifact-1", "kafka-1")) {
                    cluster.member(victim).kill();
                    keepsArtifacts(api);
                    String run = api.createRun();
                    api.logMetric(run, "loss", 1);
                    assertThat(api.points(run, "loss"))
                            .as("after the end of " + victim)
                            .isEqualTo(1);
                    cluster.member(victim).start();
                }
            } finally {
                stop.set(true);
            }
        }
        // Then
        for (Future<Written> writer : writers) {
            Written written = writer.get();
            assertThat(written.points()).isPositive();
            assertThat(api.points(written.run(), "loss")).isEqualTo(written.points());
        }
    }

    /** @param points that were acknowledged, one for each step */
    private record Written(String run, int points) {}

    private static Written write(TrackingApi api, AtomicBoolean stop) throws InterruptedException {
        String run = api.createRun();
        int points = 0;
        while (!stop.get()) {
            api.logMetric(run, "loss", points);
            points++;
        }
        return new Written(run, points);
    }
}
