package io.runstream.artifact.http;

import io.runstream.artifact.ArtifactPath;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what would lead out of the artifacts before anybody straightens it: {@code ..} as sent, or encoded once. */
final class ArtifactPathFilter {
    private static final String ROUTES = "/mlflow-artifacts";

    @ServerRequestFilter(preMatching = true)
    void refuseTraversal(@Context HttpServerRequest request) {
        ArtifactPath.parse(ArtifactRequest.pathAfter(request, ROUTES));
    }
}
