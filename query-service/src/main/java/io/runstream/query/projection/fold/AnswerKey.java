package io.runstream.query.projection.fold;

/**
 * An Idempotency-Key as one partition knows it: whether a key was used may depend on events of the same partition only.
 */
public record AnswerKey(int partition, String key) {}
