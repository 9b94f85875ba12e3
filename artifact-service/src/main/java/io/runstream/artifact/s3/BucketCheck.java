package io.runstream.artifact.s3;

import io.minio.BucketExistsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.MakeBucketArgs;
import io.minio.errors.ErrorResponseException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.runstream.artifact.store.ArtifactConfig;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a bucket before anybody uses it, so that a mistake in the configuration is told to who made it. */
final class BucketCheck {
    private static final Logger LOG = LoggerFactory.getLogger(BucketCheck.class);

    private final S3Bucket bucket;
    private final ArtifactConfig.Store store;
    private final String property;

    /** @param property what the settings of this store begin with */
    BucketCheck(S3Bucket bucket, ArtifactConfig.Store store, String property) {
        this.bucket = bucket;
        this.store = store;
        this.property = property;
    }

    /**
     * Makes the bucket if it is missing and may be made. A store that does not answer is let be: it may come yet.
     *
     * @throws ConfigurationException the store refuses us, or has no such bucket; the message names the setting
     */
    void run() {
        try {
            if (!exists()) {
                make();
            }
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof ErrorResponseException refusal)) {
                LOG.atWarn()
                        .addKeyValue("reason", String.valueOf(e.getCause()))
                        .log(
                                "The artifact store at {} ({}.endpoint) does not answer: artifacts can't be used until it does",
                                store.endpoint(),
                                property);
                return;
            }
            throw refused(refusal);
        }
    }

    private boolean exists() {
        try {
            return bucket.client()
                    .bucketExists(
                            BucketExistsArgs.builder().bucket(bucket.name()).build())
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof ErrorResponseException)) {
                throw e;
            }
            // That was asked by HEAD, which is refused without a reason. A list is refused with one.
            bucket.client()
                    .listObjectsV2(ListObjectsV2Args.builder()
                            .bucket(bucket.name())
                            .maxKeys(1)
                            .build())
                    .join();
            return true;
        }
    }

    private void make() {
        if (!store.createBucket()) {
            throw new ConfigurationException("The artifact store at " + store.endpoint() + " has no bucket "
                    + bucket.name() + " (" + property + ".bucket), and " + property + ".create-bucket is false.");
        }
        try {
            bucket.client()
                    .makeBucket(MakeBucketArgs.builder().bucket(bucket.name()).build())
                    .join();
            LOG.atInfo().addKeyValue("bucket", bucket.name()).log("Made the bucket for artifacts");
        } catch (CompletionException e) {
            if (!isMadeMeanwhile(e)) {
                throw e;
            }
        }
    }

    /** Replicas that start side by side all find it missing. */
    private static boolean isMadeMeanwhile(CompletionException e) {
        return e.getCause() instanceof ErrorResponseException refusal
                && refusal.errorResponse().code().equals("BucketAlreadyOwnedByYou");
    }

    private ConfigurationException refused(ErrorResponseException refusal) {
        String code = refusal.errorResponse().code();
        return switch (code) {
            case "InvalidAccessKeyId" ->
                new ConfigurationException("The artifact store at " + store.endpoint()
                        + " does not know the access key (" + property + ".access-key).");
            case "SignatureDoesNotMatch" ->
                new ConfigurationException("The artifact store at " + store.endpoint() + " refuses the secret key ("
                        + property + ".secret-key).");
            default ->
                new ConfigurationException("The artifact store at " + store.endpoint() + " refuses the bucket "
                        + bucket.name() + " (" + property + ".bucket): " + code + ", "
                        + refusal.errorResponse().message());
        };
    }
}
