package io.runstream.artifact.s3;

import io.minio.MinioAsyncClient;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.store.ArtifactConfig;
import io.runstream.artifact.store.ObjectStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The connections to all stores: those that carry objects' bytes, and those of MinIO's client for all the rest. */
@ApplicationScoped
class S3Clients {
    /** Forty megabytes of parts in all. */
    private static final int BUFFERED_UPLOADS = 8;

    private final Vertx vertx;
    private final ArtifactConfig config;
    private final UploadMeters meters;
    private final HttpClient bytes;
    private final OkHttpClient control;

    S3Clients(Vertx vertx, ArtifactConfig config, UploadMeters meters) {
        this.vertx = vertx;
        this.config = config;
        this.meters = meters;
        this.bytes = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis())));
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(config.connections());
        dispatcher.setMaxRequestsPerHost(config.connections());
        this.control = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool())
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.idleTimeout())
                .writeTimeout(config.idleTimeout())
                .build();
    }

    /** At the address that this server uses. */
    S3Bucket bucket(ArtifactConfig.Store store) {
        return bucket(store, store.endpoint());
    }

    S3Bucket bucket(ArtifactConfig.Store store, URI endpoint) {
        MinioAsyncClient.Builder client = MinioAsyncClient.builder()
                .endpoint(endpoint.toString())
                .region(store.region())
                .httpClient(control);
        if (store.accessKey().isPresent() && store.secretKey().isPresent()) {
            client.credentials(store.accessKey().get(), store.secretKey().get());
        }
        return new S3Bucket(
                client.build(),
                store.bucket(),
                ArtifactPath.parse(store.prefix().orElse("")));
    }

    ObjectStore store(S3Bucket bucket) {
        S3Requests requests = new S3Requests(bytes, bucket);
        UploadSlots buffered = new UploadSlots(BUFFERED_UPLOADS);
        meters.observe(bucket.name(), buffered);
        S3Upload upload = new S3Upload(
                buffered,
                requests,
                new S3Multipart(vertx, bucket),
                config.singleUploadLimit().asLongValue());
        return new S3ObjectStore(bucket, requests, new S3Listing(vertx, bucket), upload);
    }

    @PreDestroy
    void close() {
        bytes.close();
        control.dispatcher().executorService().shutdown();
        control.connectionPool().evictAll();
    }
}
