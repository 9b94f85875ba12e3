package io.runstream.artifact.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response.
 *
 * @param length how many
 * @param bytes null for a response to HEAD
 */
record ArtifactBody(long length, @Nullable ReadStream<Buffer> bytes) {}
