package io.runstream.artifact.run;

import io.runstream.access.Need;
import io.runstream.api.request.RequestFields;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.access.ArtifactAccess;
import io.runstream.artifact.http.ArtifactRequest;
import io.runstream.artifact.root.ArtifactFolders;
import io.runstream.artifact.root.ArtifactRoots;
import io.runstream.error.ApiException;
import io.runstream.error.ArtifactErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Addresses for clients that go to a run's store directly. MLflow has none for artifacts that its server proxies, and this
 * server proxies all: what is left is to say so in MLflow's words, which is how its clients learn to come here instead.
 */
@Path("/api/2.0/mlflow/artifacts")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.EXPERIMENT_READ)
public class PresignedUrlResource {
    private static final long DEFAULT_SECONDS = 900;
    private static final long MAX_SECONDS = 604_800;

    private final ArtifactRoots roots;
    private final ArtifactAccess access;
    private final CurrentCaller caller;

    PresignedUrlResource(ArtifactRoots roots, ArtifactAccess access, CurrentCaller caller) {
        this.roots = roots;
        this.access = access;
        this.caller = caller;
    }

    @POST
    @Path("presigned-upload-url")
    @Guarded(Guard.EXPERIMENT_UPDATE)
    public Uni<Response> upload(byte[] body, @Context HttpServerRequest request) {
        RequestFields fields = RequestFields.ofJson(body);
        String sentPath = fields.requiredString("path");
        String runId = fields.string("run_id", "");
        String modelId = fields.string("model_id", "");
        if (runId.isEmpty() == modelId.isEmpty()) {
            throw ArtifactErrors.runOrModel();
        }
        ArtifactPath.parse(sentPath);
        String authorization = ArtifactRequest.authorization(request);
        Owner owner = runId.isEmpty() ? new Owner.LoggedModel(modelId, authorization) : Owner.run(runId, authorization);
        return refuse(owner, Need.UPDATE, ArtifactErrors::presignedUploadUnsupported);
    }

    @POST
    @Path("presigned-download-url")
    public Uni<Response> download(byte[] body, @Context HttpServerRequest request) {
        RequestFields fields = RequestFields.ofJson(body);
        String runId = fields.requiredString("run_id");
        ArtifactPath.parse(fields.requiredString("path"));
        long expiration = fields.int64("expiration", DEFAULT_SECONDS);
        if (expiration < 1 || expiration > MAX_SECONDS) {
            throw ArtifactErrors.badExpiration(expiration);
        }
        Owner owner = Owner.run(runId, ArtifactRequest.authorization(request));
        return refuse(owner, Need.READ, ArtifactErrors::presignedDownloadUnsupported);
    }

    private Uni<Response> refuse(Owner owner, Need need, Refusal refusal) {
        Caller now = caller.get();
        return owner.root(roots).call(root -> access.require(now, need, root)).map(root -> {
            throw refusal.of(ArtifactFolders.scheme(root.uri()));
        });
    }

    private interface Refusal {
        ApiException of(String scheme);
    }
}
