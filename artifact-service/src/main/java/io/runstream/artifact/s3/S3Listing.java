package io.runstream.artifact.s3;

import io.minio.DeleteObjectsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.messages.Contents;
import io.minio.messages.DeleteRequest;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import io.minio.messages.ListObjectsResult;
import io.runstream.artifact.store.ObjectEntry;
import io.runstream.error.ArtifactErrors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is in a bucket, a page of a thousand keys at a time, and its removal. */
final class S3Listing {
    private static final String DELIMITER = "/";
    private static final int PAGE = 1000;

    private final Vertx vertx;
    private final S3Bucket bucket;

    S3Listing(Vertx vertx, S3Bucket bucket) {
        this.vertx = vertx;
        this.bucket = bucket;
    }

    /** What stands directly below that prefix, which is empty or ends with a slash; by name. */
    Future<List<ObjectEntry>> list(String prefix) {
        return list(prefix, null, new ArrayList<>()).map(entries -> {
            entries.sort(Comparator.comparing(ObjectEntry::name));
            return entries;
        });
    }

    /** Whether any key begins so. */
    Future<Boolean> any(String prefix) {
        return page(prefix, DELIMITER, 1, null)
                .map(page ->
                        !page.contents().isEmpty() || !page.commonPrefixes().isEmpty());
    }

    /** Removes the object of that key, and all whose keys begin with it and a slash. */
    Future<Void> deleteAll(String key) {
        return delete(List.of(key)).compose(done -> deletePages(key + DELIMITER));
    }

    private Future<List<ObjectEntry>> list(String prefix, @Nullable String token, List<ObjectEntry> entries) {
        return page(prefix, DELIMITER, PAGE, token).compose(page -> {
            for (ListObjectsResult.Prefix folder : page.commonPrefixes()) {
                String name = key(folder.toItem(), page).substring(prefix.length());
                entries.add(new ObjectEntry.Folder(name.substring(0, name.length() - DELIMITER.length())));
            }
            for (Contents object : page.contents()) {
                String name = key(object, page).substring(prefix.length());
                if (!name.isEmpty()) {
                    entries.add(new ObjectEntry.File(name, object.size()));
                }
            }
            return page.isTruncated()
                    ? list(prefix, page.nextContinuationToken(), entries)
                    : Future.succeededFuture(entries);
        });
    }

    /** From the start each time: what was listed is gone. */
    private Future<Void> deletePages(String prefix) {
        return page(prefix, null, PAGE, null).compose(page -> {
            List<String> keys =
                    page.contents().stream().map(object -> key(object, page)).toList();
            if (keys.isEmpty()) {
                return Future.succeededFuture();
            }
            return delete(keys).compose(done -> page.isTruncated() ? deletePages(prefix) : Future.succeededFuture());
        });
    }

    private Future<Void> delete(List<String> keys) {
        DeleteObjectsArgs args = DeleteObjectsArgs.builder()
                .bucket(bucket.name())
                .objects(keys.stream().map(DeleteRequest.Object::new).toList())
                .quiet(true)
                .build();
        return answer(bucket.client().deleteObjects(args))
                .compose(response -> response.result().errors().isEmpty()
                        ? Future.succeededFuture()
                        : Future.failedFuture(ArtifactErrors.storeRejects(
                                response.result().errors().get(0).message())));
    }

    private Future<ListBucketResultV2> page(
            String prefix, @Nullable String delimiter, int size, @Nullable String token) {
        ListObjectsV2Args.Builder args =
                ListObjectsV2Args.builder().bucket(bucket.name()).prefix(prefix).maxKeys(size);
        if (delimiter != null) {
            args.delimiter(delimiter);
        }
        if (token != null) {
            args.continuationToken(token);
        }
        return answer(bucket.client().listObjectsV2(args.encodingType("url").build()))
                .map(response -> response.result());
    }

    /** XML can't hold every key, so the store is asked to encode them. */
    private static String key(Item item, ListBucketResultV2 page) {
        item.setEncodingType(page.encodingType());
        return item.objectName();
    }

    private <T> Future<T> answer(CompletableFuture<T> call) {
        return S3Calls.answer(vertx, bucket, call);
    }
}
