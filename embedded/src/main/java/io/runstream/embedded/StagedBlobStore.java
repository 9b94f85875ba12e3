package io.runstream.embedded;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Shows an object only when it is whole. S3Proxy writes into the object's own folder under the object's name with a random
 * ending: a list shows that, and a killed process leaves it there for good. Here it writes into {@link Staging}, and one
 * move within the file system publishes.
 */
final class StagedBlobStore extends ForwardingBlobStore {
    private static final int LOCKS = 64;
    private static final int NOT_FOUND = 404;

    private final Staging staging;
    /** Two uploads of one object are assembled in one place, so one after the other. */
    private final Striped<Lock> keys = Striped.lock(LOCKS);

    StagedBlobStore(BlobStore files, Staging staging) {
        super(files);
        this.staging = staging;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        if (request.key().endsWith("/") || request.ifNoneMatch() != null) {
            // An empty folder, or a claim of a name that only the store itself can decide.
            return super.putBlob(request, payload);
        }
        requireBucket(request.bucket());
        String stagedKey = UUID.randomUUID().toString();
        PutObjectResponse response = super.putBlob(
                request.toBuilder().bucket(Staging.BUCKET).key(stagedKey).build(), payload);
        publish(stagedKey, request.bucket(), request.key());
        return response;
    }

    /** A client's times are of whole seconds, the file system's are finer: any time within the second counts as that second. */
    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return super.getBlob(request.toBuilder()
                .ifModifiedSince(endOfSecond(request.ifModifiedSince()))
                .ifUnmodifiedSince(endOfSecond(request.ifUnmodifiedSince()))
                .build());
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        requireBucket(request.bucket());
        MultipartUpload staged = super.initiateMultipartUpload(staged(request));
        return new MultipartUpload(staged.id(), request, staged.response());
    }

    /** A part that comes after its upload was completed or aborted would belong to nobody, and stay. */
    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream payload) {
        if (super.listMultipartUploads(Staging.BUCKET).stream()
                .noneMatch(known -> known.uploadId().equals(upload.id()))) {
            throw S3Exceptions.fromStatusCode(NOT_FOUND, "NoSuchUpload", Map.of(), null);
        }
        return super.uploadMultipartPart(staged(upload), request, payload);
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        return super.listMultipartUpload(staged(upload));
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(String bucket) {
        String prefix = bucket + "/";
        return super.listMultipartUploads(Staging.BUCKET).stream()
                .filter(upload -> upload.key().startsWith(prefix))
                .map(upload -> upload.toBuilder()
                        .key(upload.key().substring(prefix.length()))
                        .build())
                .toList();
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        super.abortMultipartUpload(staged(upload));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        MultipartUpload staged = staged(upload);
        Lock lock = keys.get(staged.blobName());
        lock.lock();
        try {
            CompleteMultipartUploadResponse response = super.completeMultipartUpload(staged, request);
            publish(staged.blobName(), upload.containerName(), upload.blobName());
            return response;
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable Instant endOfSecond(@Nullable Instant time) {
        return time == null ? null : time.plusSeconds(1).minusNanos(1);
    }

    private void requireBucket(String bucket) {
        super.headBucket(HeadBucketRequest.builder().bucket(bucket).build());
    }

    private static MultipartUpload staged(MultipartUpload upload) {
        return new MultipartUpload(upload.id(), staged(upload.request()), upload.response());
    }

    private static CreateMultipartUploadRequest staged(CreateMultipartUploadRequest request) {
        return request.toBuilder()
                .bucket(Staging.BUCKET)
                .key(request.bucket() + "/" + request.key())
                .build();
    }

    private void publish(String stagedKey, String bucket, String key) {
        try {
            staging.publish(stagedKey, bucket, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
