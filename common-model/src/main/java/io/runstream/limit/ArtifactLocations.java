package io.runstream.limit;

import io.runstream.error.ArtifactErrors;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where an experiment may keep its artifacts. A location must not make a server connect to a host that the caller names:
 * those that begin with such an address are refused, as MLflow refuses them.
 */
public final class ArtifactLocations {
    private static final Set<String> HOST_ADDRESSED =
            Set.of("http", "https", "ftp", "sftp", "hdfs", "viewfs", "mlflow-artifacts", "r2", "b2", "abfss");

    private static final Pattern UNREAD = Pattern.compile("^[\\x00-\\x20]+|[\\t\\r\\n]");

    private ArtifactLocations() {}

    /**
     * @param location empty for the default
     * @return the location
     * @throws io.runstream.error.ApiException 400
     */
    public static String check(String location) {
        if (location.isEmpty()) {
            return location;
        }
        checkHost(location, "artifact_location");
        if (location.indexOf('#') >= 0) {
            throw ArtifactErrors.locationWithFragment();
        }
        int query = location.indexOf('?');
        if (query >= 0 && location.indexOf("..", query) >= 0) {
            throw ArtifactErrors.badLocationQuery();
        }
        if (scheme(location).equals("runs")) {
            throw ArtifactErrors.runsLocation(location);
        }
        if (Limits.exceeds(location, Limits.ARTIFACT_LOCATION_LENGTH)) {
            throw ArtifactErrors.locationTooLong(Limits.ARTIFACT_LOCATION_LENGTH);
        }
        return location;
    }

    /**
     * Refuses an address that would make a server connect to the host in it.
     *
     * @param field what the message calls it
     * @throws io.runstream.error.ApiException 400
     */
    public static void checkHost(String location, String field) {
        String scheme = scheme(location);
        if (HOST_ADDRESSED.contains(scheme) && namesHost(readable(location), scheme)) {
            throw ArtifactErrors.hostAddressedLocation(field, scheme);
        }
    }

    private static String scheme(String location) {
        String readable = readable(location);
        int colon = readable.indexOf(':');
        return colon < 0 ? "" : readable.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /** Without what readers of URIs skip, and a scheme could hide behind. */
    private static String readable(String location) {
        return UNREAD.matcher(location).replaceAll("");
    }

    /** {@code mlflow-artifacts:/path} is the proxy itself, {@code mlflow-artifacts://host/path} another host. */
    private static boolean namesHost(String location, String scheme) {
        String rest = location.substring(scheme.length() + 1);
        return !scheme.equals("mlflow-artifacts") || rest.startsWith("//") && !rest.startsWith("///");
    }
}
