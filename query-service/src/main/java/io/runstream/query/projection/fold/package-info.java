/**
 * What events do to rows: pure functions over state in memory. Neither Kafka nor Postgres is known here; the same events
 * in the same order give the same rows and verdicts, however they are cut into batches.
 */
@NullMarked
package io.runstream.query.projection.fold;

import org.jspecify.annotations.NullMarked;
