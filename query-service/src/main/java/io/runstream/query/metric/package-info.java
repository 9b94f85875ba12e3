/** Metric histories over HTTP: whole, in pages, of many runs, sampled for charts. */
@NullMarked
package io.runstream.query.metric;

import org.jspecify.annotations.NullMarked;
