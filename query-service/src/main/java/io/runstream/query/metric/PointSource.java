package io.runstream.query.metric;

import io.smallrye.mutiny.Uni;

/** Where the points of one answer come from, little by little. One call after the other, none after the last points. */
interface PointSource {
    Uni<MetricPoints> next();
}
