package io.runstream.artifact.http;

import io.runstream.kit.http.StreamedBodies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Artifacts may have any size: they stream through. */
@ApplicationScoped
class ArtifactUploads implements StreamedBodies {
    private static final Pattern PATH = Pattern.compile(
            "/(ajax-)?api/2\\.0/(mlflow-artifacts/artifacts/.*|mlflow/upload-artifact)", Pattern.DOTALL);

    @Override
    public boolean include(String method, String path) {
        return (method.equals("PUT") || method.equals("POST"))
                && PATH.matcher(path).matches();
    }
}
