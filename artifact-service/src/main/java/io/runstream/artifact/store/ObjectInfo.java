package io.runstream.artifact.store;

import org.jspecify.annotations.Nullable;

/**
 * What a store says about an object.
 *
 * @param etag quoted, as in a header; null if it has none
 * @param lastModified as in a header; null if unknown
 */
public record ObjectInfo(@Nullable String etag, @Nullable String lastModified) {}
