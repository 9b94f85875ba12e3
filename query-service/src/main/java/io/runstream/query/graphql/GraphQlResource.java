package io.runstream.query.graphql;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** {@code /graphql}, on virtual threads: putting an answer together takes long enough to hold up an event loop. */
@Path("/graphql")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Guarded(Guard.SEARCH)
public class GraphQlResource {
    private final GraphQlService service;

    GraphQlResource(GraphQlService service) {
        this.service = service;
    }

    @POST
    public GraphQlAnswer post(byte[] body) {
        return service.answer(GraphQlRequest.ofJson(body));
    }

    @GET
    public GraphQlAnswer get(UriInfo uri) {
        return service.answer(GraphQlRequest.ofQuery(uri.getQueryParameters()));
    }
}
