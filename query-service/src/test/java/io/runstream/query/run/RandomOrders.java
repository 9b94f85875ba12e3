package io.runstream.query.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random orders: texts for {@code order_by}, and a comparator that means the same. */
final class RandomOrders {
    /** As Postgres and MLflow compare text. */
    private static final Comparator<String> BYTEWISE =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private RandomOrders() {}

    record ModelOrder(List<String> texts, Comparator<ModelRun> comparator) {
        @Override
        public String toString() {
            return texts.toString();
        }
    }

    static Arbitrary<ModelOrder> orders() {
        return Combinators.combine(keys(), Arbitraries.of(true, false))
                .as(Term::new)
                .list()
                .ofMaxSize(3)
                .uniqueElements(term -> term.key().text())
                .map(RandomOrders::order);
    }

    private record Term(Key key, boolean ascending) {
        String text() {
            return key.text() + (ascending ? "" : " DESC");
        }

        Comparator<ModelRun> comparator() {
            Comparator<ModelRun> byRank = Comparator.comparingInt(key.rank()::apply);
            return byRank.thenComparing(
                    ascending ? key.byValue() : key.byValue().reversed());
        }
    }

    /** @param rank 0 for a value, 1 for NaN, 2 for none: this order is the same both ways */
    private record Key(String text, Function<ModelRun, Integer> rank, Comparator<ModelRun> byValue) {}

    private static ModelOrder order(List<Term> terms) {
        List<Comparator<ModelRun>> comparators = new ArrayList<>();
        terms.forEach(term -> comparators.add(term.comparator()));
        if (terms.stream().noneMatch(term -> term.key().text().equals("start_time"))) {
            comparators.add(Comparator.comparingLong(ModelRun::startTime).reversed());
        }
        comparators.add(Comparator.comparing(ModelRun::hexId));
        return new ModelOrder(
                terms.stream().map(Term::text).toList(),
                comparators.stream().reduce(Comparator::thenComparing).orElseThrow());
    }

    private static Arbitrary<Key> keys() {
        Arbitrary<String> labels = Arbitraries.of(RandomRuns.KEYS);
        return Arbitraries.oneOf(
                labels.map(RandomOrders::metric),
                labels.map(
                        key -> text("params.`" + key + "`", run -> run.params().get(key))),
                labels.map(key -> text("tags.\"" + key + "\"", run -> run.tags().get(key))),
                Arbitraries.of(
                        text("run_name", ModelRun::name),
                        text("attributes.user_id", ModelRun::user),
                        text("status", ModelRun::statusName),
                        text("artifact_uri", ModelRun::artifactUri),
                        text("run_id", ModelRun::hexId),
                        time("start_time", ModelRun::startTime),
                        time("end_time", ModelRun::endTime)));
    }

    private static Key metric(String key) {
        return new Key(
                "metrics.`" + key + "`",
                run -> {
                    Double value = run.metrics().get(key);
                    return value == null ? 2 : value.isNaN() ? 1 : 0;
                },
                // Adding zero makes -0.0 equal to 0.0, as numbers are.
                Comparator.comparingDouble(run -> {
                    double value = run.metrics().getOrDefault(key, 0.0);
                    return Double.isNaN(value) ? 0.0 : value + 0.0;
                }));
    }

    private static Key text(String text, Function<ModelRun, @Nullable String> value) {
        return new Key(
                text,
                run -> value.apply(run) == null ? 2 : 0,
                Comparator.comparing(run -> orEmpty(value.apply(run)), BYTEWISE));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Key time(String text, Function<ModelRun, @Nullable Long> value) {
        return new Key(text, run -> value.apply(run) == null ? 2 : 0, Comparator.comparingLong(run -> {
            Long time = value.apply(run);
            return time == null ? 0 : time;
        }));
    }
}
