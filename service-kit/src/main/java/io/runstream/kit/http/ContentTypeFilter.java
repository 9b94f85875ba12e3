package io.runstream.kit.http;

import io.quarkus.arc.All;
import io.runstream.error.RequestErrors;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** MLflow takes JSON and nothing else, and says so. */
final class ContentTypeFilter {
    private static final String JSON_APIS = "/api/2.0/mlflow/";
    private static final String JSON = "application/json";

    private final List<StreamedBodies> streamed;

    ContentTypeFilter(@All List<StreamedBodies> streamed) {
        this.streamed = streamed;
    }

    @ServerRequestFilter
    void requireJson(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (request.getMethod().equals(HttpMethod.POST)
                && path.startsWith(JSON_APIS)
                && streamed.stream().noneMatch(bodies -> bodies.include(request.getMethod(), path))) {
            requireJson(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        }
    }

    private static void requireJson(@Nullable String contentType) {
        if (contentType == null) {
            throw RequestErrors.contentTypeMissing();
        }
        if (!isJson(contentType)) {
            throw RequestErrors.contentType();
        }
    }

    private static boolean isJson(String contentType) {
        return contentType.startsWith(JSON)
                && (contentType.length() == JSON.length() || contentType.charAt(JSON.length()) == ';');
    }
}
