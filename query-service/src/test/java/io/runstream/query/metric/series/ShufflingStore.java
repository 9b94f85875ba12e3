package io.runstream.query.metric.series;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A store whose projector is at work: before every read the points lie in other segments, some of them twice, in any
 * order.
 */
final class ShufflingStore implements SegmentStore {
    private final List<PlainPoint> points;
    private final int greatestSegment;
    private final Random random;
    private int reads;

    ShufflingStore(List<PlainPoint> points, int greatestSegment, long seed) {
        this.points = points;
        this.greatestSegment = greatestSegment;
        this.random = new Random(seed);
    }

    @Override
    public Uni<List<Segment>> read(Series series, long fromTimestamp, int limit) {
        reads++;
        return Uni.createFrom()
                .item(segments().stream()
                        .filter(segment -> Arrays.stream(segment.timestamps()).anyMatch(t -> t >= fromTimestamp))
                        .sorted(Comparator.comparingLong(Segment::minTimestamp))
                        .limit(limit)
                        .toList());
    }

    int reads() {
        return reads;
    }

    private List<Segment> segments() {
        List<PlainPoint> rest = new ArrayList<>(points);
        points.stream().filter(point -> random.nextInt(10) == 0).forEach(rest::add);
        // Neighbours in time mostly share a segment, as in life; but not always.
        if (random.nextBoolean()) {
            rest.sort(PlainPoint.BY_TIME);
        } else {
            Collections.shuffle(rest, random);
        }
        List<Segment> segments = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<PlainPoint> some = rest.subList(0, Math.min(rest.size(), 1 + random.nextInt(greatestSegment)));
            segments.add(PlainPoint.segmentOf(some));
            some.clear();
        }
        return segments;
    }
}
