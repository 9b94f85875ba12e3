package io.runstream.query.metric;

import io.runstream.id.RunId;
import io.runstream.query.metric.series.Points;

/**
 * Some points of an answer.
 *
 * @param points of one run, in the order in which to give them; empty at most in the last ones
 * @param last whether none follow
 */
record MetricPoints(RunId run, Points points, boolean last) {}
