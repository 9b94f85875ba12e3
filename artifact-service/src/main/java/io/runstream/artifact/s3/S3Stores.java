package io.runstream.artifact.s3;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.store.ArtifactConfig;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ObjectStore;
import io.runstream.artifact.store.ObjectStores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The stores of the configuration. */
@ApplicationScoped
class S3Stores implements ObjectStores {
    private final ObjectStore standard;
    private final List<Further> further;

    S3Stores(S3Clients clients, ArtifactConfig config) {
        this.standard = clients.store(clients.bucket(config.store()));
        this.further = config.stores().values().stream()
                .map(clients::bucket)
                .map(bucket -> new Further(bucket, clients.store(bucket)))
                .toList();
    }

    @Override
    public ObjectStore standard() {
        return standard;
    }

    @Override
    public Optional<ObjectFolder> find(String bucket, ArtifactPath folder) {
        return further.stream()
                .filter(candidate -> candidate.bucket.name().equals(bucket))
                .flatMap(
                        candidate -> folder
                                .relativeTo(candidate.bucket.prefix())
                                .map(path -> new ObjectFolder(candidate.store, path))
                                .stream())
                .findFirst();
    }

    private record Further(S3Bucket bucket, ObjectStore store) {}
}
