package io.runstream.bench.workload;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import io.runstream.bench.server.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Objects in a store, by its SDK, in a bucket of the benchmark's own. */
final class StoredFiles implements FileShelf {
    private static final String BUCKET = "runstream-bench";
    private static final long PART_CHOSEN_BY_SDK = -1;

    private final MinioClient client;

    StoredFiles(ObjectStore store) {
        client = MinioClient.builder()
                .endpoint(store.endpoint())
                .credentials(store.accessKey(), store.secretKey())
                .build();
        call(() -> {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            }
        });
    }

    @Override
    public void put(String path, long size) {
        call(() -> client.putObject(PutObjectArgs.builder().bucket(BUCKET).object(path).stream(
                        FileContent.stream(size), size, PART_CHOSEN_BY_SDK)
                .build()));
    }

    @Override
    public void get(String path, long size) {
        call(() -> {
            try (InputStream body = client.getObject(
                    GetObjectArgs.builder().bucket(BUCKET).object(path).build())) {
                long read = FileContent.drain(body);
                if (read != size) {
                    throw new IllegalStateException("%,d bytes of %,d came back".formatted(read, size));
                }
            }
        });
    }

    @Override
    public void delete(String path) {
        call(() -> client.removeObject(
                RemoveObjectArgs.builder().bucket(BUCKET).object(path).build()));
    }

    private interface Call {
        void run() throws MinioException, IOException;
    }

    private static void call(Call call) {
        try {
            call.run();
        } catch (MinioException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
