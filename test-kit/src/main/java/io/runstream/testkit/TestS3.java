package io.runstream.testkit;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The S3-compatible store that all tests of this JVM share. */
public record TestS3(URI endpoint, String accessKey, String secretKey) {

    /** The store; it starts with the first who asks. */
    public static TestS3 shared() {
        return SharedBackends.s3();
    }

    /** The name of a bucket that nobody else knows; it is not made. */
    public static String freshBucket() {
        return "test-" + UUID.randomUUID();
    }

    static TestS3 from(Map<String, String> answer) {
        return new TestS3(
                URI.create(answer.getOrDefault("endpoint", "")),
                answer.getOrDefault("accessKey", ""),
                answer.getOrDefault("secretKey", ""));
    }
}
