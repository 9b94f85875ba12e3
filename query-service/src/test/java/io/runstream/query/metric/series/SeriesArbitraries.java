package io.runstream.query.metric.series;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Series with what makes trouble: the same numbers again and again, NaN, both zeros, the ends of the range. */
final class SeriesArbitraries {
    private SeriesArbitraries() {}

    static Arbitrary<List<PlainPoint>> series(int greatestSize) {
        Arbitrary<Long> timestamps = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5),
                Arbitraries.longs().greaterOrEqual(0),
                Arbitraries.of(Long.MAX_VALUE));
        Arbitrary<Long> steps = Arbitraries.oneOf(Arbitraries.longs().between(-2, 2), Arbitraries.longs());
        Arbitrary<Double> values = Arbitraries.of(
                0.0, -0.0, Double.NaN, 1.0, -1.0, 0.1, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE);
        return Combinators.combine(timestamps, steps, values)
                .as(PlainPoint::new)
                .list()
                .ofMaxSize(greatestSize);
    }
}
