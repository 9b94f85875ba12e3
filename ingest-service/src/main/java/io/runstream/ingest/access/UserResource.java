package io.runstream.ingest.access;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.runstream.api.access.CreateUserRequest;
import io.runstream.api.access.CurrentUserResponse;
import io.runstream.api.access.ListUsersResponse;
import io.runstream.api.access.UpdateAdminRequest;
import io.runstream.api.access.UpdatePasswordRequest;
import io.runstream.api.access.UserResponse;
import io.runstream.api.request.RequestFields;
import io.runstream.ingest.http.WriteCall;
import io.runstream.kit.access.CurrentCaller;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.runstream.kit.access.login.Credentials;
import io.runstream.kit.http.Empty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Users, as MLflow's {@code AuthServiceClient} and page ask for them. Not there while authentication is off. */
@Path("/api/2.0/mlflow/users")
@EndpointDisabled(name = "runstream.auth.enabled", stringValue = "false", disableIfMissing = true)
public class UserResource {
    private static final String USERNAME = "username";

    private final Users users;
    private final CurrentCaller caller;

    @Inject
    UserResource(Users users, CurrentCaller caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    @Path("create")
    @Guarded(Guard.ADMINISTRATOR)
    public Uni<UserResponse> create(WriteCall call) {
        return users.create(caller.get().name(), CreateUserRequest.from(call.fields()), false)
                .map(UserResponse::from);
    }

    @GET
    @Path("get")
    @Guarded(Guard.SELF_OR_ADMINISTRATOR)
    public Uni<UserResponse> get(@Context UriInfo uri) {
        return users.get(caller.get(), username(uri)).map(UserResponse::from);
    }

    @GET
    @Path("list")
    @Guarded(Guard.AUTHENTICATED)
    public Uni<ListUsersResponse> list() {
        return users.list().map(ListUsersResponse::from);
    }

    @GET
    @Path("current")
    @Guarded(Guard.AUTHENTICATED)
    public Uni<CurrentUserResponse> current(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        boolean byPassword = Credentials.of(authorization) instanceof Credentials.Basic;
        return users.current(caller.get()).map(user -> new CurrentUserResponse(user, byPassword));
    }

    @PATCH
    @Path("update-password")
    @Guarded(Guard.SELF_OR_ADMINISTRATOR)
    public Uni<Empty> updatePassword(WriteCall call) {
        return Empty.after(users.updatePassword(caller.get(), UpdatePasswordRequest.from(call.fields())));
    }

    @PATCH
    @Path("update-admin")
    @Guarded(Guard.ADMINISTRATOR)
    public Uni<Empty> updateAdmin(WriteCall call) {
        return Empty.after(users.updateAdmin(caller.get(), UpdateAdminRequest.from(call.fields())));
    }

    @DELETE
    @Path("delete")
    @Guarded(Guard.ADMINISTRATOR)
    public Uni<Empty> delete(WriteCall call) {
        return Empty.after(users.delete(caller.get(), call.fields().requiredString(USERNAME)));
    }

    private static String username(UriInfo uri) {
        return RequestFields.ofQuery(uri.getQueryParameters()).requiredString(USERNAME);
    }
}
