package io.runstream.query.projection.fold;

import com.google.protobuf.ByteString;
import io.runstream.event.v1.Reply;

/**
 * What the first request with an Idempotency-Key was answered.
 *
 * @param answer without a correlation id
 * @param acceptedAt of the event that was answered, milliseconds since the epoch
 */
public record StoredAnswer(ByteString fingerprint, Reply answer, long acceptedAt) {}
