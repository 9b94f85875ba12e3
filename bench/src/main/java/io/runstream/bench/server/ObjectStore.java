package io.runstream.bench.server;

/** An S3 store and what it takes to use it. */
public record ObjectStore(String endpoint, String accessKey, String secretKey) {}
