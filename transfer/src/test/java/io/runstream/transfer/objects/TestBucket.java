package io.runstream.transfer.objects;

import io.minio.GetObjectResponse;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.MinioException;
import io.runstream.testkit.TestS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A fresh bucket, as tests write and read it. */
record TestBucket(Bucket bucket, BucketAddress address) {
    /** All buckets are in the one store that tests share. */
    private static final MinioClient CLIENT = Bucket.client(address("any", ""));

    static TestBucket make(String prefix) {
        BucketAddress address = address(TestS3.freshBucket(), prefix);
        try {
            CLIENT.makeBucket(MakeBucketArgs.builder().bucket(address.bucket()).build());
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
        return new TestBucket(new Bucket(CLIENT, address), address);
    }

    private static BucketAddress address(String bucket, String prefix) {
        TestS3 store = TestS3.shared();
        return new BucketAddress(store.endpoint(), "us-east-1", bucket, prefix, store.accessKey(), store.secretKey());
    }

    void put(String key, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CLIENT.putObject(PutObjectArgs.builder()
                .bucket(address.bucket())
                .object(address.fullKey(key))
                .data(bytes, bytes.length)
                .contentType("text/x-test")
                .build());
    }

    void remove(String key) throws Exception {
        CLIENT.removeObject(RemoveObjectArgs.builder()
                .bucket(address.bucket())
                .object(address.fullKey(key))
                .build());
    }

    String contentType(String key) throws Exception {
        return CLIENT.statObject(StatObjectArgs.builder()
                        .bucket(address.bucket())
                        .object(address.fullKey(key))
                        .build())
                .contentType();
    }

    /** All objects as text. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        bucket.list(object -> {
            try (GetObjectResponse content = bucket.open(object.key())) {
                contents.put(object.key(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return contents;
    }
}
