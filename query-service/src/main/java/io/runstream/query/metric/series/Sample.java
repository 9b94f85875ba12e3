package io.runstream.query.metric.series;

/**
 * MLflow's way to thin a series out: its points by step are dealt into as many buckets as points are wanted, as SQL's
 * NTILE does (sizes differ by at most one, the greater ones first). Each bucket is shown by its first point, but the last
 * bucket by the last point of all.
 */
public final class Sample {
    private Sample() {}

    /**
     * @param byStep in {@link PointOrder#BY_STEP}, each point once
     * @param count how many to keep at most; at least 1
     */
    public static Points of(Points byStep, int count) {
        int size = byStep.size();
        if (size <= count) {
            return byStep;
        }
        int bucketSize = size / count;
        int greaterBuckets = size % count;
        Points sample = new Points(count);
        for (int bucket = 0; bucket < count - 1; bucket++) {
            sample.add(byStep, bucket * bucketSize + Math.min(bucket, greaterBuckets));
        }
        sample.add(byStep, size - 1);
        return sample;
    }
}
