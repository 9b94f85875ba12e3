package io.runstream.query.metric;

import io.runstream.api.request.RequestFields;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.query.answer.ChunkedJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** The metric histories of MLflow's REST API. */
@Path("/api/2.0/mlflow/metrics")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.EXPERIMENT_READ)
public class MetricHistoryResource {
    private final MetricHistoryService service;

    MetricHistoryResource(MetricHistoryService service) {
        this.service = service;
    }

    @GET
    @Path("get-history")
    public Uni<ChunkedJson> history(UriInfo uri) {
        return service.history(HistoryRequest.from(fields(uri)));
    }

    @GET
    @Path("get-history-bulk")
    public Uni<ChunkedJson> bulk(UriInfo uri) {
        return service.bulk(BulkHistoryRequest.from(fields(uri)));
    }

    @GET
    @Path("get-history-bulk-interval")
    public Uni<ChunkedJson> interval(UriInfo uri) {
        return service.interval(IntervalRequest.from(fields(uri)));
    }

    private static RequestFields fields(UriInfo uri) {
        return RequestFields.ofQuery(uri.getQueryParameters());
    }
}
