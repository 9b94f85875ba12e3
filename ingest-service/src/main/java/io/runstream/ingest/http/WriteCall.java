package io.runstream.ingest.http;

import io.runstream.api.request.RequestFields;
import io.runstream.ingest.log.Origin;

/** A call that changes something: what a write resource is given. */
public record WriteCall(RequestFields fields, Origin origin) {}
