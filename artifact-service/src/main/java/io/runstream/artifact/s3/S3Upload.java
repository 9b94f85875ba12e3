package io.runstream.artifact.s3;

import io.minio.messages.Part;
import io.runstream.artifact.store.UploadBody;
import io.runstream.error.ArtifactErrors;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How bytes become an object. Of known length they stream through, in one request or in parts. Of unknown length a part is
 * held in memory until its length is known, since a store takes nothing without.
 */
final class S3Upload {
    /** The least that S3 takes as a part that is not the last. */
    private static final int BUFFERED_PART = 5 * 1024 * 1024;

    private static final long STREAMED_PART = 64L * 1024 * 1024;
    private static final int MAX_PARTS = 10_000;

    private final UploadSlots buffered;
    private final S3Requests requests;
    private final S3Multipart multipart;
    private final long singleLimit;

    /**
     * @param buffered for the uploads that say no length
     * @param singleLimit up to how many bytes are sent in one request
     */
    S3Upload(UploadSlots buffered, S3Requests requests, S3Multipart multipart, long singleLimit) {
        this.buffered = buffered;
        this.requests = requests;
        this.multipart = multipart;
        this.singleLimit = singleLimit;
    }

    Future<Void> send(String key, String contentType, UploadBody body) {
        if (body.length().isEmpty()) {
            return buffered.run(() -> sendUnknown(key, contentType, body));
        }
        long length = body.length().getAsLong();
        if (length <= singleLimit) {
            return requests.put(key, Map.of(), contentType, body, length).mapEmpty();
        }
        long partSize = Math.max(STREAMED_PART, (length + MAX_PARTS - 1) / MAX_PARTS);
        return inParts(key, contentType, upload -> streamParts(upload, body, length, partSize));
    }

    private Future<Void> sendUnknown(String key, String contentType, UploadBody body) {
        return body.collect(BUFFERED_PART)
                .recover(cause -> Future.failedFuture(ArtifactErrors.uploadCutOff()))
                .compose(first -> {
                    if (first.length() < BUFFERED_PART) {
                        return requests.put(key, Map.of(), contentType, UploadBody.of(first), first.length())
                                .mapEmpty();
                    }
                    return inParts(key, contentType, upload -> bufferParts(upload, body, first));
                });
    }

    /** Whatever goes wrong, no part stays behind, as far as the store still listens. */
    private Future<Void> inParts(String key, String contentType, PartSender sender) {
        return multipart.create(key, contentType).compose(id -> {
            Upload upload = new Upload(key, id, new ArrayList<>());
            return sender.send(upload)
                    .compose(sent -> multipart.complete(key, id, upload.parts))
                    .recover(failure -> multipart.abort(key, id).transform(done -> Future.failedFuture(failure)));
        });
    }

    private Future<Void> streamParts(Upload upload, UploadBody body, long left, long partSize) {
        if (left == 0) {
            return Future.succeededFuture();
        }
        long length = Math.min(left, partSize);
        return sendPart(upload, body, length).compose(sent -> streamParts(upload, body, left - length, partSize));
    }

    private Future<Void> bufferParts(Upload upload, UploadBody body, Buffer part) {
        // What follows must not know the part: it is held until the whole upload ends.
        boolean last = part.length() < BUFFERED_PART;
        return sendPart(upload, UploadBody.of(part), part.length()).compose(sent -> {
            if (last) {
                return Future.succeededFuture();
            }
            return body.collect(BUFFERED_PART)
                    .recover(cause -> Future.failedFuture(ArtifactErrors.uploadCutOff()))
                    .compose(next -> next.length() == 0 ? Future.succeededFuture() : bufferParts(upload, body, next));
        });
    }

    private Future<Void> sendPart(Upload upload, UploadBody body, long length) {
        int number = upload.parts.size() + 1;
        Map<String, String> query = Map.of("uploadId", upload.id, "partNumber", Integer.toString(number));
        return requests.put(upload.key, query, "application/octet-stream", body, length)
                .map(etag -> {
                    upload.parts.add(new Part(number, etag));
                    return null;
                });
    }

    private record Upload(String key, String id, List<Part> parts) {}

    private interface PartSender {
        Future<Void> send(Upload upload);
    }
}
