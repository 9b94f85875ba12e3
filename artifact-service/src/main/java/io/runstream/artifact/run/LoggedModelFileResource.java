package io.runstream.artifact.run;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.http.ArtifactAnswer;
import io.runstream.artifact.http.ArtifactRequest;
import io.runstream.artifact.proxy.FileList;
import io.runstream.error.ArtifactErrors;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The artifacts of a logged model, as the web page sees them. */
@Path("/api/2.0/mlflow/logged-models/{id}/artifacts")
@Guarded(Guard.EXPERIMENT_READ)
public class LoggedModelFileResource {
    private final OwnedArtifacts artifacts;

    LoggedModelFileResource(OwnedArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    @GET
    @Path("directories")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<FileList> list(
            @PathParam("id") String id,
            @QueryParam("artifact_directory_path") @Nullable String path,
            @Context HttpServerRequest request) {
        return artifacts.list(owner(id, request), ArtifactPath.parse(path == null ? "" : path));
    }

    @GET
    @Path("files")
    @Produces(MediaType.WILDCARD)
    public Uni<Response> download(
            @PathParam("id") String id,
            @QueryParam("artifact_file_path") @Nullable String sent,
            @Context HttpServerRequest request) {
        if (sent == null || sent.isEmpty()) {
            throw ArtifactErrors.missingFilePath();
        }
        ArtifactPath path = ArtifactPath.parse(sent);
        return artifacts
                .read(owner(id, request), path, ArtifactRequest.read(request))
                .map(result -> ArtifactAnswer.of(path, result));
    }

    private static Owner owner(String id, HttpServerRequest request) {
        return new Owner.LoggedModel(id, ArtifactRequest.authorization(request));
    }
}
