package io.runstream.transfer.objects;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.runstream.transfer.TransferException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A bucket of an S3-compatible store. Safe for use by several threads. Failures are told in a sentence. */
public final class Bucket implements AutoCloseable {
    /** What an import writes on each object: the SHA-256 of its bytes. */
    private static final String SHA256 = "runstream-sha256";

    private static final int NOT_FOUND = 404;

    private final MinioClient client;
    private final BucketAddress address;

    Bucket(MinioClient client, BucketAddress address) {
        this.client = client;
        this.address = address;
    }

    /** Asks nobody yet. */
    public static Bucket at(BucketAddress address) {
        return new Bucket(client(address), address);
    }

    /** Making one is not cheap: it reads the certificates that it trusts. */
    static MinioClient client(BucketAddress address) {
        MinioClient.Builder client =
                MinioClient.builder().endpoint(address.endpoint().toString()).region(address.region());
        if (address.accessKey() != null && address.secretKey() != null) {
            client.credentials(address.accessKey(), address.secretKey());
        }
        return client.build();
    }

    /** What a store says of an object, without its bytes. */
    record Head(long size, String sha256) {}

    public boolean exists() {
        return call(() -> client.bucketExists(
                BucketExistsArgs.builder().bucket(address.bucket()).build()));
    }

    /** Calls for each object below the prefix, as it is listed. */
    void list(Consumer<StoredObject> consumer) {
        String prefix = address.fullKey("");
        Iterable<Result<Item>> results = client.listObjects(ListObjectsArgs.builder()
                .bucket(address.bucket())
                .prefix(prefix)
                .recursive(true)
                .build());
        for (Result<Item> result : results) {
            Item item = call(result::get);
            String version = item.etag() + " " + item.lastModified().toInstant().toEpochMilli() + " " + item.size();
            consumer.accept(new StoredObject(item.objectName().substring(prefix.length()), item.size(), version));
        }
    }

    /** Its bytes, for the caller to close. */
    GetObjectResponse open(String key) {
        return call(() -> client.getObject(GetObjectArgs.builder()
                .bucket(address.bucket())
                .object(address.fullKey(key))
                .build()));
    }

    Optional<Head> head(String key) {
        try {
            StatObjectResponse stat = client.statObject(StatObjectArgs.builder()
                    .bucket(address.bucket())
                    .object(address.fullKey(key))
                    .build());
            String sha256 = stat.userMetadata().getFirst(SHA256);
            return Optional.of(new Head(stat.size(), sha256 == null ? "" : sha256.toLowerCase(Locale.ROOT)));
        } catch (ErrorResponseException e) {
            if (e.response().code() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (MinioException | IllegalStateException e) {
            throw failure(e);
        }
    }

    /** From a file, in parts if it is large; replaces what was there. */
    void upload(String key, Path file, String contentType, String sha256) {
        call(() -> client.uploadObject(UploadObjectArgs.builder()
                .bucket(address.bucket())
                .object(address.fullKey(key))
                .filename(file.toString())
                .contentType(contentType)
                .userMetadata(Map.of(SHA256, sha256))
                .build()));
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (MinioException | IllegalStateException e) {
            throw failure(e);
        }
    }

    /** @param e also what the client makes of a connection that is refused: an illegal state, with its cause */
    private TransferException failure(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return TransferException.failed(
                "The artifact store at " + address + " does not do what it is asked: " + reason, e);
    }

    private interface Call<T> {
        T run() throws MinioException;
    }
}
