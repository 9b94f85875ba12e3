package io.runstream.query.run;

import io.runstream.api.request.RequestFields;
import io.runstream.api.run.GetRunResponse;
import io.runstream.id.RunId;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.query.answer.ChunkedJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** {@code runs/get} and {@code runs/search}. */
@Path("/api/2.0/mlflow/runs")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.SEARCH)
public class RunResource {
    private final RunService service;

    RunResource(RunService service) {
        this.service = service;
    }

    @GET
    @Path("get")
    @Guarded(Guard.EXPERIMENT_READ)
    public Uni<GetRunResponse> get(@Context UriInfo uri) {
        RequestFields fields = RequestFields.ofQuery(uri.getQueryParameters());
        return service.get(RunId.parse(fields.runId()));
    }

    @POST
    @Path("search")
    public Uni<ChunkedJson> search(byte[] body) {
        return service.search(SearchRunsRequest.from(RequestFields.ofJson(body)));
    }
}
