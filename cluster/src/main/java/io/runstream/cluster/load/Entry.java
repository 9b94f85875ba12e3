package io.runstream.cluster.load;

/**
 * One line of a writer's ledger.
 *
 * @param keyed whether it was sent under an Idempotency-Key, and therefore again when in doubt
 * @param attempts requests that were made
 * @param remark of a failed one, what was answered; else empty
 */
public record Entry(Write write, Outcome outcome, boolean keyed, int attempts, String remark) {}
