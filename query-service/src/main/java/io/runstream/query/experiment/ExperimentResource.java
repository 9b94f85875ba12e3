package io.runstream.query.experiment;

import io.runstream.api.experiment.GetExperimentResponse;
import io.runstream.api.request.RequestFields;
import io.runstream.id.ExperimentId;
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

/** {@code experiments/get}, {@code get-by-name} and {@code search}. */
@Path("/api/2.0/mlflow/experiments")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.EXPERIMENT_READ)
public class ExperimentResource {
    private final ExperimentService service;

    ExperimentResource(ExperimentService service) {
        this.service = service;
    }

    @GET
    @Path("get")
    public Uni<GetExperimentResponse> get(@Context UriInfo uri) {
        RequestFields fields = RequestFields.ofQuery(uri.getQueryParameters());
        return service.get(ExperimentId.parse(fields.requiredString("experiment_id")));
    }

    @GET
    @Path("get-by-name")
    public Uni<GetExperimentResponse> getByName(@Context UriInfo uri) {
        RequestFields fields = RequestFields.ofQuery(uri.getQueryParameters());
        return service.getByName(fields.requiredString("experiment_name"));
    }

    @GET
    @Path("search")
    @Guarded(Guard.SEARCH)
    public Uni<ChunkedJson> search(@Context UriInfo uri) {
        return service.search(SearchExperimentsRequest.from(RequestFields.ofQuery(uri.getQueryParameters())));
    }

    @POST
    @Path("search")
    @Guarded(Guard.SEARCH)
    public Uni<ChunkedJson> search(byte[] body) {
        return service.search(SearchExperimentsRequest.from(RequestFields.ofJson(body)));
    }
}
