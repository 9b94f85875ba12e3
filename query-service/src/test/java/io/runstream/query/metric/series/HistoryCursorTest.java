package io.runstream.query.metric.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.id.RunId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HistoryCursorTest {
    private static final Series SERIES = new Series(new RunId(new UUID(1, 2)), "loss");

    @Provide
    Arbitrary<List<PlainPoint>> series() {
        return SeriesArbitraries.series(400);
    }

    @Property(tries = 200)
    void givesEachPointOnceInOrderOfTimeHoweverSegmentsChangeMeanwhile(
            @ForAll("series") List<PlainPoint> series,
            @ForAll @IntRange(min = 1, max = 5) int segment,
            @ForAll long seed) {
        var store = new ShufflingStore(series, segment, seed);

        assertThat(readAll(store, Position.START)).isEqualTo(PlainPoint.sortedDistinct(series, PlainPoint.BY_TIME));
    }

    @Property(tries = 200)
    void goesOnBehindAnyPoint(
            @ForAll("series") List<PlainPoint> series, @ForAll @IntRange(max = 400) int read, @ForAll long seed) {
        var store = new ShufflingStore(series, 5, seed);
        List<PlainPoint> whole = PlainPoint.sortedDistinct(series, PlainPoint.BY_TIME);
        if (whole.isEmpty()) {
            return;
        }
        int at = read % whole.size();
        Position position = Position.behind(PlainPoint.pointsOf(whole), at);

        assertThat(readAll(store, position)).isEqualTo(whole.subList(at + 1, whole.size()));
    }

    @Test
    void asksOnceForAShortSeries() {
        var store = new ShufflingStore(List.of(new PlainPoint(1, 1, 1), new PlainPoint(2, 2, 2)), 1, 0);
        assertThat(readAll(store, Position.START)).hasSize(2);
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void readsALongSeriesInFewPortions() {
        List<PlainPoint> series = LongStream.range(0, 20_000)
                .mapToObj(n -> new PlainPoint(n, n, n))
                .toList();
        var segments = new ArrayList<Segment>();
        for (int from = 0; from < series.size(); from += 20) {
            segments.add(PlainPoint.segmentOf(series.subList(from, from + 20)));
        }
        var reads = new ArrayList<Integer>();
        SegmentStore store = (of, from, limit) -> {
            reads.add(limit);
            return Uni.createFrom()
                    .item(segments.stream()
                            .filter(s -> s.timestamps()[19] >= from)
                            .limit(limit)
                            .toList());
        };

        assertThat(readAll(store, Position.START)).isEqualTo(series);
        assertThat(reads).containsExactly(32, 64, 128, 256, 512, 1024);
    }

    private static List<PlainPoint> readAll(SegmentStore store, Position after) {
        HistoryCursor cursor = new HistoryCursor(store, SERIES, after);
        List<PlainPoint> all = new ArrayList<>();
        Portion portion;
        do {
            portion = cursor.next().await().indefinitely();
            all.addAll(PlainPoint.listOf(portion.points()));
        } while (!portion.last());
        return all;
    }
}
