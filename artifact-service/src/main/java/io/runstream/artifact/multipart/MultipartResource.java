package io.runstream.artifact.multipart;

import io.runstream.access.Need;
import io.runstream.api.request.RequestFields;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.access.ArtifactAccess;
import io.runstream.artifact.access.ArtifactAudit;
import io.runstream.artifact.http.ArtifactRequest;
import io.runstream.artifact.store.DirectAccess;
import io.runstream.error.RequestErrors;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.kit.http.Empty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Uploads in parts and downloads that go to the store directly; only what is said before and after comes here. */
@Path("/api/2.0/mlflow-artifacts")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.EXPERIMENT_UPDATE)
public class MultipartResource {
    private static final String ROUTE = "/mlflow-artifacts";

    private final MultipartService service;
    private final ArtifactAccess access;
    private final ArtifactAudit audit;
    private final CurrentCaller caller;

    MultipartResource(MultipartService service, ArtifactAccess access, ArtifactAudit audit, CurrentCaller caller) {
        this.service = service;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
    }

    @POST
    @Path("mpu/create/{folder:.+}")
    public Uni<MultipartUpload> create(byte[] body, @Context HttpServerRequest request) {
        RequestFields fields = RequestFields.ofJson(body);
        ArtifactPath path = file(request, "/mpu/create", fields);
        long parts = fields.int64("num_parts", 1);
        Caller sender = caller.get();
        return require(Need.UPDATE, path)
                .chain(() -> service.create(path, parts))
                .invoke(() -> audit.uploadBegun(sender, path));
    }

    @POST
    @Path("mpu/complete/{folder:.+}")
    public Uni<Empty> complete(byte[] body, @Context HttpServerRequest request) {
        RequestFields fields = RequestFields.ofJson(body);
        ArtifactPath path = file(request, "/mpu/complete", fields);
        List<DirectAccess.SentPart> parts = fields.objects("parts").stream()
                .map(part ->
                        new DirectAccess.SentPart((int) part.requiredInt64("part_number"), part.requiredString("etag")))
                .toList();
        if (parts.isEmpty()) {
            throw RequestErrors.missing("parts");
        }
        String upload = fields.requiredString("upload_id");
        Caller sender = caller.get();
        return Empty.after(require(Need.UPDATE, path)
                .chain(() -> service.complete(path, upload, parts))
                .invoke(() -> audit.written(sender, path)));
    }

    @POST
    @Path("mpu/abort/{folder:.+}")
    public Uni<Empty> abort(byte[] body, @Context HttpServerRequest request) {
        RequestFields fields = RequestFields.ofJson(body);
        ArtifactPath path = file(request, "/mpu/abort", fields);
        String upload = fields.requiredString("upload_id");
        return Empty.after(require(Need.UPDATE, path).chain(() -> service.abort(path, upload)));
    }

    @GET
    @Path("presigned/{path:.+}")
    @Guarded(Guard.EXPERIMENT_READ)
    public Uni<PresignedDownload> download(@Context HttpServerRequest request) {
        ArtifactPath path = ArtifactPath.parse(ArtifactRequest.pathAfter(request, ROUTE + "/presigned"));
        return require(Need.READ, path).chain(() -> service.download(path));
    }

    private Uni<Void> require(Need need, ArtifactPath path) {
        return access.require(caller.get(), need, path);
    }

    /** The client says where the file lies on its own disk: of that only the name counts. */
    private static ArtifactPath file(HttpServerRequest request, String operation, RequestFields fields) {
        ArtifactPath folder = ArtifactPath.parse(ArtifactRequest.pathAfter(request, ROUTE + operation));
        String local = fields.requiredString("path");
        String name = local.substring(Math.max(local.lastIndexOf('/'), local.lastIndexOf('\\')) + 1);
        return folder.resolve(ArtifactPath.parseFile(name));
    }
}
