package io.runstream.query.run;

import io.runstream.query.run.ModelRun.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random runs over few keys and values, so that filters and orders meet equal and missing ones often. */
final class RandomRuns {
    static final List<String> KEYS = List.of("a", "b c", "x.y");
    static final List<String> TEXTS =
            List.of("", "a", "A", "ab", "a%", "a_", "B", "b\\b", "it's", "10", "9", "é", "日本", "\uFFFD", "😀");
    static final List<Double> NUMBERS = List.of(
            0.0, -0.0, 1.0, -1.0, 0.5, 1e300, -1.5e-3, Double.MAX_VALUE, -Double.MAX_VALUE, 9.007199254740993E15);
    static final List<Long> TIMES = List.of(0L, 1L, 100L, 9_007_199_254_740_993L, Long.MAX_VALUE);
    static final List<Long> EXPERIMENTS = List.of(0L, 1L, 2L);

    private RandomRuns() {}

    static Arbitrary<List<ModelExperiment>> experiments() {
        return Combinators.combine(
                        Arbitraries.of(true, false).list().ofSize(3),
                        Arbitraries.longs().between(0, 3).list().ofSize(3))
                .as((deleted, changed) -> EXPERIMENTS.stream()
                        .map(id -> new ModelExperiment(id, deleted.get(id.intValue()), changed.get(id.intValue())))
                        .toList());
    }

    static Arbitrary<List<ModelRun>> runs() {
        return run().list().ofMaxSize(14).uniqueElements(ModelRun::id);
    }

    private static Arbitrary<ModelRun> run() {
        Arbitrary<UUID> ids = Arbitraries.longs().map(bits -> new UUID(bits * 31, bits));
        Arbitrary<Double> numbers = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.of(NUMBERS)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Double.NaN)));
        Arbitrary<Input> inputs = Combinators.combine(
                        Arbitraries.of("d", "D", "e"),
                        Arbitraries.of("1", "2"),
                        Arbitraries.of("train", "test").injectNull(0.3))
                .as(Input::new);
        return Combinators.combine(
                        Combinators.combine(
                                        ids, Arbitraries.of(EXPERIMENTS), Arbitraries.of(TEXTS), Arbitraries.of(TEXTS))
                                .as(Identity::new),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(TIMES),
                        Arbitraries.of(TIMES).injectNull(0.4),
                        Combinators.combine(
                                        Arbitraries.of(true, false),
                                        Arbitraries.longs().between(0, 3))
                                .as(Lifecycle::new),
                        someOf(numbers),
                        Combinators.combine(someOf(Arbitraries.of(TEXTS)), someOf(Arbitraries.of(TEXTS)))
                                .as(Labels::new),
                        inputs.list().ofMaxSize(3).uniqueElements(input -> input.name() + input.digest()))
                .as((identity, status, start, end, lifecycle, metrics, labels, datasets) -> new ModelRun(
                        identity.id(),
                        identity.experiment(),
                        identity.name(),
                        identity.user(),
                        status,
                        start,
                        end,
                        lifecycle.deleted(),
                        lifecycle.changedAt(),
                        metrics,
                        labels.params(),
                        labels.tags(),
                        datasets));
    }

    private record Identity(UUID id, long experiment, String name, String user) {}

    private record Lifecycle(boolean deleted, long changedAt) {}

    private record Labels(Map<String, String> params, Map<String, String> tags) {}

    private static <T> Arbitrary<Map<String, T>> someOf(Arbitrary<T> values) {
        return values.injectNull(0.3).list().ofSize(KEYS.size()).map(list -> {
            Map<String, T> map = new HashMap<>();
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) != null) {
                    map.put(KEYS.get(i), list.get(i));
                }
            }
            return map;
        });
    }
}
