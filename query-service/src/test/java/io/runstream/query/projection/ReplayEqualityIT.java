package io.runstream.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayEqualityIT {
    private static final int EVENTS = 800;
    private static final Set<Integer> PARTITIONS = Set.of(0, 1, 2);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theSameLogGivesTheSameTablesHoweverItIsCutAndInterleaved(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RandomLog log = new RandomLog(random, EVENTS);

        Projected oneByOne = project(random, log, 1);
        Projected inBatches = project(random, log, 200);

        assertThat(oneByOne.dump().get("metric_point")).hasSizeGreaterThan(100);
        assertThat(inBatches.dump()).isEqualTo(oneByOne.dump());
        assertThat(inBatches.deadLetters()).isEqualTo(oneByOne.deadLetters());
    }

    private record Projected(Map<String, List<String>> dump, Set<String> deadLetters) {}

    /** Cuts batches of random size, each from random partitions, and merges now and then. */
    private static Projected project(RandomGenerator random, RandomLog log, int maxBatch) {
        try (ProjectionDatabase database = new ProjectionDatabase();
                BatchFixture projector = new BatchFixture(database, PARTITIONS)) {
            int[] next = new int[PARTITIONS.size()];
            while (projector.offsets().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    < EVENTS) {
                List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
                int size = random.nextInt(1, maxBatch + 1);
                for (int i = 0; i < size; i++) {
                    int partition = random.nextInt(next.length);
                    List<ConsumerRecord<byte[], byte[]>> records =
                            log.partitions().get(partition);
                    if (next[partition] < records.size()) {
                        batch.add(records.get(next[partition]++));
                    }
                }
                if (!batch.isEmpty()) {
                    projector.project(batch);
                }
                if (random.nextInt(3) == 0) {
                    projector.mergeDue();
                }
            }
            return new Projected(database.dump(), new HashSet<>(deadLetters(projector)));
        }
    }

    private static List<String> deadLetters(BatchFixture projector) {
        return projector.sent.history().stream()
                .map(letter ->
                        header(letter, "partition") + "/" + header(letter, "offset") + ": " + header(letter, "reason"))
                .toList();
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
