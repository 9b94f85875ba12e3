package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients register at the same moment. */
class RegistryRaceIT {
    private static final int CLIENTS = 32;
    private static final int VERSIONS_EACH = 8;

    @TempDir
    Path data;

    @Test
    void oneOfManyGetsANameAndVersionsAreCountedWithoutGapsOrDoubles() throws Exception {
        try (RunstreamProcess runstream = RunstreamProcess.start(data);
                TrackingApi api = new TrackingApi(runstream.url())) {
            // When
            List<String> names = atOnce(() -> register(api, "shared"));
            List<Integer> versions = atOnce(() -> createVersions(api, "shared")).stream()
                    .flatMap(List::stream)
                    .toList();
            // Then
            assertThat(names).containsOnlyOnce("shared");
            assertThat(names)
                    .filteredOn(name -> !name.equals("shared"))
                    .hasSize(CLIENTS - 1)
                    .allMatch(refusal -> refusal.startsWith("400 ") && refusal.contains("RESOURCE_ALREADY_EXISTS"));
            Integer[] counted =
                    IntStream.rangeClosed(1, CLIENTS * VERSIONS_EACH).boxed().toArray(Integer[]::new);
            assertThat(versions).containsExactlyInAnyOrder(counted);
            assertThat(api.versions("shared")).containsExactlyInAnyOrder(counted);
        }
    }

    /** The name, or the refusal. */
    private static String register(TrackingApi api, String name) {
        try {
            return api.registerModel(name);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<Integer> createVersions(TrackingApi api, String name) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < VERSIONS_EACH; i++) {
            numbers.add(api.createVersion(name));
        }
        assertThat(numbers).isSorted();
        return numbers;
    }

    private static <T> List<T> atOnce(Callable<T> client) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<T>> answers = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> clients.submit(() -> {
                        start.await();
                        return client.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
