package io.runstream.artifact.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where artifacts are kept, and how they get there. */
@ConfigMapping(prefix = "runstream.artifact")
public interface ArtifactConfig {
    /** The store of everything whose location begins with {@code mlflow-artifacts:}. */
    Store store();

    /** Further stores, by a name of your own: the buckets that an experiment may name as its {@code s3://} location. */
    Map<String, Store> stores();

    /** What clients may do with the default store themselves. */
    Presigned presigned();

    /** Connections to each store. A transfer that finds none free waits for one. */
    @WithDefault("64")
    int connections();

    /** How long reaching a store may take. Past it: 503. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a transfer may stand still, on the store's side or the client's, before it is given up. */
    @WithDefault("60s")
    Duration idleTimeout();

    /** Files up to this size go to the store in one request, larger ones in parts. S3 itself takes 5 GiB. */
    @WithDefault("5120M")
    MemorySize singleUploadLimit();

    /** Unfinished uploads in parts are removed when they are older than this. */
    @WithDefault("24h")
    Duration abandonedUploadsAfter();

    /** One bucket of an S3-compatible store. */
    interface Store {
        /** Its address, with {@code http} or {@code https}. */
        @WithDefault("http://127.0.0.1:9000")
        URI endpoint();

        /** The region that requests are signed for. */
        @WithDefault("us-east-1")
        String region();

        /** The bucket. */
        @WithDefault("runstream")
        String bucket();

        /** What all names in the bucket begin with; absent for the whole bucket. */
        Optional<String> prefix();

        /** Whom the store knows us as. Absent together with the secret: requests are not signed. */
        Optional<String> accessKey();

        /** What requests are signed with. */
        Optional<String> secretKey();

        /** Whether a missing bucket is made at the start. */
        @WithDefault("true")
        boolean createBucket();
    }

    /** Addresses by which clients read and write the default store without this server in between. */
    interface Presigned {
        /** Whether clients can reach the store. If not, all bytes go through this server. */
        @WithDefault("false")
        boolean enabled();

        /** The store's address as clients see it; absent if it is the one that this server uses. */
        Optional<URI> endpoint();

        /** How long an address works, at most seven days. */
        @WithDefault("15m")
        Duration expiry();
    }
}
