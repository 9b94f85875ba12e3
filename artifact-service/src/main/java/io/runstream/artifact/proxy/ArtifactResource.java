package io.runstream.artifact.proxy;

import io.runstream.access.Need;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.access.ArtifactAccess;
import io.runstream.artifact.access.ArtifactAudit;
import io.runstream.artifact.http.ArtifactAnswer;
import io.runstream.artifact.http.ArtifactRequest;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ObjectStores;
import io.runstream.artifact.store.UploadBody;
import io.runstream.error.ArtifactErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.kit.http.Empty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Artifacts by their paths below {@code mlflow-artifacts:/}. */
@Path(ArtifactResource.ROUTE)
@Guarded(Guard.EXPERIMENT_READ)
public class ArtifactResource {
    static final String ROUTE = "/api/2.0/mlflow-artifacts/artifacts";
    private static final String ANY = "{path:.+}";
    private static final String MARK = "/mlflow-artifacts/artifacts";

    private final ArtifactFiles files;
    private final ObjectFolder root;
    private final ArtifactAccess access;
    private final ArtifactAudit audit;
    private final CurrentCaller caller;

    ArtifactResource(
            ArtifactFiles files,
            ObjectStores stores,
            ArtifactAccess access,
            ArtifactAudit audit,
            CurrentCaller caller) {
        this.files = files;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.root = new ObjectFolder(stores.standard(), ArtifactPath.root());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<FileList> list(@QueryParam("path") @Nullable String path) {
        ArtifactPath folder = path == null ? ArtifactPath.root() : ArtifactPath.parse(path);
        return access.require(caller.get(), Need.READ, folder)
                .chain(() -> files.list(root, folder))
                .map(entries -> FileList.from(null, ArtifactPath.root(), entries));
    }

    @GET
    @Path(ANY)
    @Produces(MediaType.WILDCARD)
    public Uni<Response> download(@Context HttpServerRequest request) {
        ArtifactPath path = ArtifactPath.parse(ArtifactRequest.pathAfter(request, MARK));
        return access.require(caller.get(), Need.READ, path)
                .chain(() -> files.read(root, path, ArtifactRequest.read(request)))
                .map(result -> ArtifactAnswer.of(path, result));
    }

    @HEAD
    @Path(ANY)
    @Produces(MediaType.WILDCARD)
    public Uni<Response> head(@Context HttpServerRequest request) {
        return download(request);
    }

    @PUT
    @Path(ANY)
    @Consumes(MediaType.WILDCARD)
    @Guarded(Guard.EXPERIMENT_UPDATE)
    public Uni<Response> upload(@Context HttpServerRequest request) {
        ArtifactPath path = ArtifactPath.parseFile(ArtifactRequest.pathAfter(request, MARK));
        UploadBody body = ArtifactRequest.body(request);
        Caller sender = caller.get();
        return access.require(sender, Need.UPDATE, path)
                .onFailure()
                .invoke(refused -> body.discard())
                .chain(() -> files.write(root, path, body))
                .invoke(() -> audit.written(sender, path))
                .map(done -> Response.ok().build());
    }

    @DELETE
    @Path(ANY)
    @Produces(MediaType.APPLICATION_JSON)
    @Guarded(Guard.EXPERIMENT_MANAGE)
    public Uni<Empty> delete(@Context HttpServerRequest request) {
        ArtifactPath path = ArtifactPath.parse(ArtifactRequest.pathAfter(request, MARK));
        if (path.isRoot()) {
            // Everybody's artifacts are never meant.
            throw ArtifactErrors.invalidPath();
        }
        Caller sender = caller.get();
        return Empty.after(access.require(sender, Need.MANAGE, path)
                .chain(() -> files.delete(root, path))
                .invoke(() -> audit.deleted(sender, path)));
    }
}
