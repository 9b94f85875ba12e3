package io.runstream.artifact;

import io.runstream.error.ArtifactErrors;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The path of an artifact or a folder of artifacts, relative to some root: segments with a slash between them, none of
 * which is empty, {@code .} or {@code ..}. Whatever a client sends, a path of this type stays below its root.
 *
 * <p>As MLflow does ({@code validate_path_is_safe}), percent-encoding is undone until nothing is left of it, so that no
 * number of encodings hides what a path is; control characters come back encoded. Refused are {@code ..}, {@code #},
 * backslashes, and everything absolute: {@code /x}, {@code C:/x}, {@code file:///x}.
 *
 * @param value empty for the root itself
 */
public record ArtifactPath(String value) {
    private static final ArtifactPath ROOT = new ArtifactPath("");
    private static final Pattern WINDOWS_ABSOLUTE = Pattern.compile("[a-zA-Z]:/.*", Pattern.DOTALL);
    private static final String FILE_SCHEME = "file:";

    /** @throws io.runstream.error.ApiException 400 */
    public ArtifactPath {
        if (!value.isEmpty()) {
            for (String segment : value.split("/", -1)) {
                if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                    throw ArtifactErrors.invalidPath();
                }
            }
        }
        if (value.indexOf('\\') >= 0 || value.indexOf('#') >= 0) {
            throw ArtifactErrors.invalidPath();
        }
    }

    /** The root itself. */
    public static ArtifactPath root() {
        return ROOT;
    }

    /**
     * The path that a client means.
     *
     * @param sent as it stands in the request, or decoded any number of times
     * @throws io.runstream.error.ApiException 400, it would lead out of its root
     */
    public static ArtifactPath parse(String sent) {
        String path = withoutFileScheme(ControlCharacters.encode(PercentEncoding.decodeFully(sent)));
        if (path.startsWith("/") || WINDOWS_ABSOLUTE.matcher(path).matches()) {
            throw ArtifactErrors.invalidPath();
        }
        StringJoiner segments = new StringJoiner("/");
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return new ArtifactPath(segments.toString());
    }

    /** The same, and there must be something to call a file by. */
    public static ArtifactPath parseFile(String sent) {
        if (sent.endsWith("/")) {
            throw ArtifactErrors.noFileName();
        }
        ArtifactPath path = parse(sent);
        if (path.isRoot()) {
            throw ArtifactErrors.noFileName();
        }
        return path;
    }

    public boolean isRoot() {
        return value.isEmpty();
    }

    /** That path, seen from this one. */
    public ArtifactPath resolve(ArtifactPath relative) {
        if (isRoot()) {
            return relative;
        }
        return relative.isRoot() ? this : new ArtifactPath(value + "/" + relative.value);
    }

    /** This path, seen from that folder; empty if it is not in it. */
    public Optional<ArtifactPath> relativeTo(ArtifactPath folder) {
        if (folder.isRoot()) {
            return Optional.of(this);
        }
        if (equals(folder)) {
            return Optional.of(ROOT);
        }
        String prefix = folder.value + "/";
        return value.startsWith(prefix)
                ? Optional.of(new ArtifactPath(value.substring(prefix.length())))
                : Optional.empty();
    }

    /** The last segment; empty for the root. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }

    /** {@code file:a/b} is {@code a/b} to MLflow; {@code file://host/a} and {@code file:///a} are absolute. */
    private static String withoutFileScheme(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith(FILE_SCHEME) ? path.substring(FILE_SCHEME.length()) : path;
    }
}
