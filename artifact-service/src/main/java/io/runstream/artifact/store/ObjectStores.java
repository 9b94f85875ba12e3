package io.runstream.artifact.store;

import io.runstream.artifact.ArtifactPath;
import java.util.Optional;

/** The stores that the configuration names; there are no others. */
public interface ObjectStores {
    /** Where everything goes whose location begins with {@code mlflow-artifacts:}. */
    ObjectStore standard();

    /** That folder of that bucket; empty unless one of the further stores is that bucket, or a part of it that holds the folder. */
    Optional<ObjectFolder> find(String bucket, ArtifactPath folder);
}
