package io.runstream.transfer.objects;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where objects are.
 *
 * @param endpoint of the store
 * @param region that requests are signed for
 * @param bucket its name
 * @param prefix what all keys begin with, without a slash at its end; empty for the whole bucket
 * @param accessKey null together with the secret: requests are not signed
 * @param secretKey what requests are signed with
 */
public record BucketAddress(
        URI endpoint,
        String region,
        String bucket,
        String prefix,
        @Nullable String accessKey,
        @Nullable String secretKey) {

    /** The whole key of an object in the bucket. */
    String fullKey(String key) {
        return prefix.isEmpty() ? key : prefix + "/" + key;
    }

    /** Says nothing of the credentials. */
    @Override
    public String toString() {
        return endpoint + "/" + fullKey(bucket);
    }
}
