package io.runstream.artifact.root;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ObjectStores;
import io.runstream.error.ArtifactErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * The folder that an artifact URI names. A URI is what somebody once wrote into an experiment or a model: it chooses among the
 * stores of the configuration and never names a host to connect to.
 */
@ApplicationScoped
public class ArtifactFolders {
    private static final String PROXIED = "mlflow-artifacts";
    private static final String S3 = "s3";

    private final ObjectStores stores;

    ArtifactFolders(ObjectStores stores) {
        this.stores = stores;
    }

    /** In lower case; empty for a bare path. */
    public static String scheme(String uri) {
        int colon = uri.indexOf(':');
        return colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /** @throws io.runstream.error.ApiException 403, none that this server serves */
    public ObjectFolder open(String uri) {
        String scheme = scheme(uri);
        String rest = uri.substring(Math.min(uri.length(), scheme.length() + 1));
        boolean namesHost = rest.startsWith("//") && !rest.startsWith("///");
        return switch (scheme) {
            case PROXIED -> {
                if (namesHost) {
                    throw ArtifactErrors.locationNotServed(uri);
                }
                yield new ObjectFolder(stores.standard(), path(rest));
            }
            case S3 -> {
                String[] bucketAndKey = rest.replaceFirst("^/+", "").split("/", 2);
                ArtifactPath key = path(bucketAndKey.length == 2 ? bucketAndKey[1] : "");
                yield stores.find(bucketAndKey[0], key).orElseThrow(() -> ArtifactErrors.locationNotServed(uri));
            }
            default -> throw ArtifactErrors.locationNotServed(uri);
        };
    }

    private static ArtifactPath path(String sent) {
        return ArtifactPath.parse(sent.replaceFirst("^/+", ""));
    }
}
