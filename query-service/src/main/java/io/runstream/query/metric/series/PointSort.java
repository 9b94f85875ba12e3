package io.runstream.query.metric.series;

/**
 * Merges the ascending runs that the points already form, two by two, until one is left. Segments are such runs mostly,
 * so {@code k} of them cost {@code n log k} comparisons, and not one object.
 */
final class PointSort {
    private final Points points;
    private final PointOrder order;
    private int[] from;
    private int[] to;
    /** Where each run ends; the first {@code runs} count. */
    private final int[] ends;

    private int runs;

    private PointSort(Points points, PointOrder order) {
        this.points = points;
        this.order = order;
        this.from = new int[points.size()];
        this.to = new int[points.size()];
        this.ends = new int[points.size()];
    }

    /** A new list. */
    static Points sortedDistinct(Points points, PointOrder order) {
        PointSort sort = new PointSort(points, order);
        sort.findRuns();
        while (sort.runs > 1) {
            sort.mergePairs();
        }
        return sort.distinct();
    }

    private void findRuns() {
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
            if (i > 0 && order.compare(points, i - 1, points, i) > 0) {
                ends[runs++] = i;
            }
        }
        ends[runs++] = from.length;
    }

    private void mergePairs() {
        int merged = 0;
        int start = 0;
        for (int run = 0; run < runs; run += 2) {
            int middle = ends[run];
            int end = run + 1 < runs ? ends[run + 1] : middle;
            merge(start, middle, end);
            ends[merged++] = end;
            start = end;
        }
        runs = merged;
        int[] sorted = to;
        to = from;
        from = sorted;
    }

    private void merge(int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            if (right == end || left < middle && order.compare(points, from[left], points, from[right]) <= 0) {
                to[i] = from[left++];
            } else {
                to[i] = from[right++];
            }
        }
    }

    private Points distinct() {
        Points distinct = new Points(from.length);
        for (int i = 0; i < from.length; i++) {
            if (i == 0 || order.compare(points, from[i - 1], points, from[i]) != 0) {
                distinct.add(points, from[i]);
            }
        }
        return distinct;
    }
}
