package io.runstream.query.metric.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Provide
    Arbitrary<List<PlainPoint>> series() {
        return SeriesArbitraries.series(300);
    }

    @Property(tries = 300)
    void keepsTheFirstOfEachBucketAndTheLastOfAll(
            @ForAll("series") List<PlainPoint> series, @ForAll @IntRange(min = 1, max = 50) int count) {
        List<PlainPoint> byStep = PlainPoint.sortedDistinct(series, PlainPoint.BY_STEP);

        Points sorted = PlainPoint.pointsOf(series).sortedDistinct(PointOrder.BY_STEP);

        assertThat(PlainPoint.listOf(sorted)).isEqualTo(byStep);
        assertThat(PlainPoint.listOf(Sample.of(sorted, count))).isEqualTo(dealt(byStep, count));
    }

    @Test
    void samplesTenPointsAsPostgresDoes() {
        assertThat(sampledSteps(10, 4)).containsExactly(0L, 3L, 6L, 9L);
        assertThat(sampledSteps(10, 3)).containsExactly(0L, 4L, 9L);
        assertThat(sampledSteps(10, 2)).containsExactly(0L, 9L);
        assertThat(sampledSteps(10, 1)).containsExactly(9L);
        assertThat(sampledSteps(10, 10)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    private static List<Long> sampledSteps(int size, int count) {
        Points points = new Points();
        LongStream.range(0, size).forEach(step -> points.add(step, 0, 0));
        return PlainPoint.listOf(Sample.of(points, count)).stream()
                .map(PlainPoint::step)
                .toList();
    }

    /** Row by row into buckets, as SQL describes NTILE; then MLflow's rule for the last row. */
    private static List<PlainPoint> dealt(List<PlainPoint> rows, int count) {
        List<PlainPoint> firsts = new ArrayList<>();
        int row = 0;
        for (int bucket = 0; bucket < count && row < rows.size(); bucket++) {
            firsts.add(rows.get(row));
            row += rows.size() / count + (bucket < rows.size() % count ? 1 : 0);
        }
        if (!rows.isEmpty() && !firsts.getLast().equals(rows.getLast())) {
            firsts.set(firsts.size() - 1, rows.getLast());
        }
        return firsts;
    }
}
