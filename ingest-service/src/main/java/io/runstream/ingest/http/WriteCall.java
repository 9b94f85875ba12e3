package io.runstream.ingest.http;

import io.runstream.api.request.RequestFields;
import io.runstream.ingest.log.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * A call that changes something: what a write resource is given.
 *
 * @param idempotency null if the request carried no key
 */
public record WriteCall(RequestFields fields, @Nullable IdempotencyKey idempotency) {}
