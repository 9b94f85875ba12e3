package io.runstream.artifact.run;

import io.runstream.api.request.RequestFields;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.http.ArtifactAnswer;
import io.runstream.artifact.http.ArtifactRequest;
import io.runstream.error.RunErrors;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** A file of a run, as the web page fetches it. */
@Path("/get-artifact")
@Guarded(Guard.EXPERIMENT_READ)
public class RunFileResource {
    private final OwnedArtifacts artifacts;

    RunFileResource(OwnedArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    public Uni<Response> download(@Context UriInfo uri, @Context HttpServerRequest request) {
        RequestFields query = RequestFields.ofQuery(uri.getQueryParameters());
        ArtifactPath path = ArtifactPath.parse(query.requiredString("path"));
        String runId = query.string("run_id", query.string("run_uuid", ""));
        if (runId.isEmpty()) {
            // As MLflow has it: nobody's file, not a bad request.
            throw RunErrors.notFound("None");
        }
        return artifacts
                .read(Owner.run(runId, ArtifactRequest.authorization(request)), path, ArtifactRequest.read(request))
                .map(result -> ArtifactAnswer.of(path, result));
    }
}
