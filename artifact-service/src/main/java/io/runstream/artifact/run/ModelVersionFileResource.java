package io.runstream.artifact.run;

import io.runstream.api.request.RequestFields;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.http.ArtifactAnswer;
import io.runstream.artifact.http.ArtifactRequest;
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

/** A file of a registered model's version, as the web page fetches it. */
@Path("/model-versions/get-artifact")
@Guarded(Guard.MODEL_READ)
public class ModelVersionFileResource {
    private final OwnedArtifacts artifacts;

    ModelVersionFileResource(OwnedArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    public Uni<Response> download(@Context UriInfo uri, @Context HttpServerRequest request) {
        RequestFields query = RequestFields.ofQuery(uri.getQueryParameters());
        ArtifactPath path = ArtifactPath.parse(query.requiredString("path"));
        Owner owner = new Owner.ModelVersion(
                query.requiredString("name"), query.requiredString("version"), ArtifactRequest.authorization(request));
        return artifacts
                .read(owner, path, ArtifactRequest.read(request))
                .map(result -> ArtifactAnswer.of(path, result));
    }
}
