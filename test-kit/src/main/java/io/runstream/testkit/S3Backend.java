package io.runstream.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** For {@code @WithTestResource}: a store with a bucket of its own, as {@code runstream.artifact.store.*}. */
public final class S3Backend implements QuarkusTestResourceLifecycleManager {
    private static final String STORE = "runstream.artifact.store.";

    @Override
    public Map<String, String> start() {
        TestS3 s3 = TestS3.shared();
        return Map.of(
                STORE + "endpoint", s3.endpoint().toString(),
                STORE + "bucket", TestS3.freshBucket(),
                STORE + "access-key", s3.accessKey(),
                STORE + "secret-key", s3.secretKey());
    }

    /** The store stays for the next test. */
    @Override
    public void stop() {}
}
