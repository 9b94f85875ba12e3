/**
 * Kafka to Postgres: the projectors of the tracking topic. Each takes its partitions' records in batches; a batch is
 * decoded, folded over the state it needs, and written with the partitions' offsets in one transaction. So every event
 * takes effect exactly once, whatever crashes where.
 */
@NullMarked
package io.runstream.query.projection;

import org.jspecify.annotations.NullMarked;
