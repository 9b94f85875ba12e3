package io.runstream.query.projection.store;

import io.runstream.query.projection.fold.Series;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** The parameters of {@link Sql#ADD_SEGMENTS} and {@link Sql#PUT_LATEST}. Hot: a million points pass here per second. */
final class MetricWrites {
    private final UUID[] runIds;
    private final String[] keys;

    private final List<Series> series;

    MetricWrites(List<Series> series) {
        this.series = series;
        this.runIds = new UUID[series.size()];
        this.keys = new String[series.size()];
        for (int i = 0; i < runIds.length; i++) {
            runIds[i] = series.get(i).key().runId();
            keys[i] = series.get(i).key().key();
        }
    }

    Tuple segments() {
        int count = series.size();
        Long[] sequences = new Long[count];
        Short[] levels = new Short[count];
        Long[] minTimestamps = new Long[count];
        Long[] maxTimestamps = new Long[count];
        Integer[] first = new Integer[count];
        Integer[] last = new Integer[count];
        int points = 0;
        for (int i = 0; i < count; i++) {
            Series one = series.get(i);
            sequences[i] = one.sequence();
            levels[i] = (short) SegmentLevel.of(one.size());
            minTimestamps[i] = one.minTimestamp();
            maxTimestamps[i] = one.maxTimestamp();
            first[i] = points + 1;
            points += one.size();
            last[i] = points;
        }
        Long[] steps = new Long[points];
        Long[] timestamps = new Long[points];
        Double[] values = new Double[points];
        int next = 0;
        for (Series one : series) {
            for (int i = 0; i < one.size(); i++) {
                steps[next] = one.step(i);
                timestamps[next] = one.timestamp(i);
                values[next++] = one.value(i);
            }
        }
        return Tuple.tuple()
                .addArrayOfUUID(runIds)
                .addArrayOfString(keys)
                .addArrayOfLong(sequences)
                .addArrayOfShort(levels)
                .addArrayOfLong(minTimestamps)
                .addArrayOfLong(maxTimestamps)
                .addArrayOfLong(steps)
                .addArrayOfLong(timestamps)
                .addArrayOfDouble(values)
                .addArrayOfInteger(first)
                .addArrayOfInteger(last);
    }

    Tuple latest() {
        int count = series.size();
        Long[] steps = new Long[count];
        Long[] timestamps = new Long[count];
        Double[] values = new Double[count];
        Integer[] fresh = new Integer[count];
        for (int i = 0; i < count; i++) {
            Series one = series.get(i);
            steps[i] = one.step(one.latest());
            timestamps[i] = one.timestamp(one.latest());
            values[i] = one.value(one.latest());
            fresh[i] = SegmentLevel.isFull(one.size()) ? 0 : 1;
        }
        return Tuple.tuple()
                .addArrayOfUUID(runIds)
                .addArrayOfString(keys)
                .addArrayOfLong(steps)
                .addArrayOfLong(timestamps)
                .addArrayOfDouble(values)
                .addArrayOfInteger(fresh)
                .addInteger(SegmentLevel.MERGED_AT);
    }
}
