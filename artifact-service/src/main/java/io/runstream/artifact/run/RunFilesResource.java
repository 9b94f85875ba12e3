package io.runstream.artifact.run;

import io.runstream.api.request.RequestFields;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.http.ArtifactRequest;
import io.runstream.artifact.proxy.FileList;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** A folder of a run, as the web page and the Java client list it. */
@Path("/api/2.0/mlflow/artifacts/list")
@Guarded(Guard.EXPERIMENT_READ)
public class RunFilesResource {
    private final OwnedArtifacts artifacts;

    RunFilesResource(OwnedArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<FileList> list(@Context UriInfo uri, @Context HttpServerRequest request) {
        RequestFields query = RequestFields.ofQuery(uri.getQueryParameters());
        ArtifactPath folder = ArtifactPath.parse(query.string("path", ""));
        return artifacts.list(Owner.run(query.runId(), ArtifactRequest.authorization(request)), folder);
    }
}
