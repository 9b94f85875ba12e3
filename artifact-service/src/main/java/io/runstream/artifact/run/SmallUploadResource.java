package io.runstream.artifact.run;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.http.ArtifactRequest;
import io.runstream.error.ArtifactErrors;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What the web page attaches to a run: small enough to be held in memory. */
@Path("/api/2.0/mlflow/upload-artifact")
@Guarded(Guard.EXPERIMENT_UPDATE)
public class SmallUploadResource {
    private final OwnedArtifacts artifacts;

    SmallUploadResource(OwnedArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> upload(
            @QueryParam("run_uuid") @Nullable String runId,
            @QueryParam("path") @Nullable String path,
            @Context HttpServerRequest request) {
        if (runId == null || runId.isEmpty()) {
            throw ArtifactErrors.missingArgument("run_uuid");
        }
        if (path == null || path.isEmpty()) {
            throw ArtifactErrors.missingArgument("path");
        }
        ArtifactPath file = ArtifactPath.parseFile(path);
        return artifacts
                .writeSmall(
                        Owner.run(runId, ArtifactRequest.authorization(request)), file, ArtifactRequest.body(request))
                .map(done -> Response.ok().build());
    }
}
