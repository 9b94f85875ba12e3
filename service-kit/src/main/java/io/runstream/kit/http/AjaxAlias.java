package io.runstream.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** MLflow serves every API twice, for clients and for its web page. Resources are declared once, under {@code /api}. */
final class AjaxAlias {
    private static final String ALIAS = "/ajax-api/";

    @ServerRequestFilter(preMatching = true)
    void toApi(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getRequestUri().getRawPath();
        if (path.startsWith(ALIAS)) {
            String query = uri.getRequestUri().getRawQuery();
            request.setRequestUri(
                    URI.create("/api/" + path.substring(ALIAS.length()) + (query == null ? "" : "?" + query)));
        }
    }
}
