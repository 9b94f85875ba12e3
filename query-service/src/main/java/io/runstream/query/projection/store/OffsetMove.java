package io.runstream.query.projection.store;

/**
 * How far a batch takes a partition.
 *
 * @param expected the next offset as this projector last wrote or read it
 * @param next the next offset once the batch is applied
 */
public record OffsetMove(int partition, long expected, long next) {}
