package io.runstream.query.metric.series;

/**
 * Orders in which MLflow gives points. NaN counts as 0 and comes right after it, and both zeros are the same; so two
 * points that compare as equal are one point logged twice.
 */
public enum PointOrder {
    /** By timestamp, then step, then value: a history. */
    BY_TIME {
        @Override
        int compare(Points left, int i, Points right, int j) {
            int order = Long.compare(left.timestamp(i), right.timestamp(j));
            if (order == 0) {
                order = Long.compare(left.step(i), right.step(j));
            }
            return order == 0 ? compareValues(left.value(i), right.value(j)) : order;
        }
    },

    /** By step, then timestamp, then value: what a chart shows. */
    BY_STEP {
        @Override
        int compare(Points left, int i, Points right, int j) {
            int order = Long.compare(left.step(i), right.step(j));
            if (order == 0) {
                order = Long.compare(left.timestamp(i), right.timestamp(j));
            }
            return order == 0 ? compareValues(left.value(i), right.value(j)) : order;
        }
    };

    /** Compares point {@code i} of {@code left} with point {@code j} of {@code right}. */
    abstract int compare(Points left, int i, Points right, int j);

    static int compareValues(double left, double right) {
        if (left < right) {
            return -1;
        }
        if (left > right) {
            return 1;
        }
        // Equal, or at least one is NaN.
        if (!Double.isNaN(left) && !Double.isNaN(right)) {
            return 0;
        }
        int order = Double.compare(zeroForNaN(left), zeroForNaN(right));
        return order == 0 ? Boolean.compare(Double.isNaN(left), Double.isNaN(right)) : order;
    }

    private static double zeroForNaN(double value) {
        // Adding 0 makes -0 the same as 0, which Double.compare tells apart.
        return Double.isNaN(value) ? 0 : value + 0.0;
    }
}
