/** The points of a series: read from segments in portions, put in order, sampled. In primitives throughout. */
@NullMarked
package io.runstream.query.metric.series;

import org.jspecify.annotations.NullMarked;
