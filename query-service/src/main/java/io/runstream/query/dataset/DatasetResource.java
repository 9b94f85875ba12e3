package io.runstream.query.dataset;

import io.runstream.api.experiment.SearchDatasetsResponse;
import io.runstream.api.request.RequestFields;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** {@code experiments/search-datasets}, which MLflow's web UI asks for the datasets of a table of runs. */
@Path("/api/2.0/mlflow/experiments/search-datasets")
@Guarded(Guard.EXPERIMENT_READ)
public class DatasetResource {
    private final DatasetService service;

    DatasetResource(DatasetService service) {
        this.service = service;
    }

    @POST
    public Uni<SearchDatasetsResponse> search(byte[] body) {
        return service.search(RequestFields.ofJson(body).strings("experiment_ids"));
    }
}
