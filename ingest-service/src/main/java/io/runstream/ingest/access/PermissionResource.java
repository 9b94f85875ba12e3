package io.runstream.ingest.access;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.runstream.api.access.GrantPermissionRequest;
import io.runstream.api.access.UserPermissionRequest;
import io.runstream.api.access.UserPermissionResponse;
import io.runstream.api.access.UserPermissionsResponse;
import io.runstream.api.request.RequestFields;
import io.runstream.ingest.http.WriteCall;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.kit.http.Empty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** What users may do, as MLflow's {@code AuthServiceClient} and page ask for it. Not there while authentication is off. */
@Path("/api/3.0/mlflow/users")
@EndpointDisabled(name = "runstream.auth.enabled", stringValue = "false", disableIfMissing = true)
public class PermissionResource {
    private final Permissions permissions;
    private final CurrentCaller caller;

    @Inject
    PermissionResource(Permissions permissions, CurrentCaller caller) {
        this.permissions = permissions;
        this.caller = caller;
    }

    /** For managers of the thing in question: who that is, is known when the request is read. */
    @POST
    @Path("permissions/grant")
    @Guarded(Guard.AUTHENTICATED)
    public Uni<Empty> grant(WriteCall call) {
        return Empty.after(permissions.grant(caller.get(), GrantPermissionRequest.from(call.fields())));
    }

    /** As {@link #grant}. */
    @POST
    @Path("permissions/revoke")
    @Guarded(Guard.AUTHENTICATED)
    public Uni<Empty> revoke(WriteCall call) {
        return Empty.after(permissions.revoke(caller.get(), UserPermissionRequest.from(call.fields())));
    }

    @GET
    @Path("permissions/get")
    @Guarded(Guard.SELF_OR_ADMINISTRATOR)
    public Uni<UserPermissionResponse> get(@Context UriInfo uri) {
        return permissions
                .effective(caller.get(), UserPermissionRequest.from(query(uri)))
                .map(UserPermissionResponse::of);
    }

    @GET
    @Path("permissions/list")
    @Guarded(Guard.SELF_OR_ADMINISTRATOR)
    public Uni<UserPermissionsResponse> list(@Context UriInfo uri) {
        return permissions.list(caller.get(), query(uri).requiredString("username"));
    }

    @GET
    @Path("current/permissions")
    @Guarded(Guard.AUTHENTICATED)
    public Uni<UserPermissionsResponse> listOwn() {
        return permissions.listOwn(caller.get());
    }

    private static RequestFields query(UriInfo uri) {
        return RequestFields.ofQuery(uri.getQueryParameters());
    }
}
