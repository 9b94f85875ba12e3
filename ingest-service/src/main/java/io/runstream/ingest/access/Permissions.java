package io.runstream.ingest.access;

import io.runstream.access.AccessCodec;
import io.runstream.access.Every;
import io.runstream.access.Grantable;
import io.runstream.access.Grants;
import io.runstream.access.Need;
import io.runstream.access.Outcome;
import io.runstream.access.Permission;
import io.runstream.access.Securable;
import io.runstream.access.User;
import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.PermissionGranted;
import io.runstream.access.v1.PermissionRevoked;
import io.runstream.api.access.GrantPermissionRequest;
import io.runstream.api.access.UserInfo;
import io.runstream.api.access.UserPermissionRequest;
import io.runstream.api.access.UserPermissionsResponse;
import io.runstream.error.AccessErrors;
import io.runstream.kit.access.AccessConfig;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.directory.LiveDirectory;
import io.runstream.kit.access.login.IdentityProvider;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What users were given. Answers are as of the log's end. Refusals are {@link io.runstream.error.ApiException}s. */
@ApplicationScoped
class Permissions {
    private final AccessControl access;
    private final LiveDirectory live;
    private final AccessWriter writer;
    private final Permission byDefault;
    private final boolean usersElsewhere;

    @Inject
    Permissions(
            AccessControl access,
            LiveDirectory live,
            AccessWriter writer,
            AccessConfig config,
            IdentityProvider provider) {
        this.access = access;
        this.live = live;
        this.writer = writer;
        this.byDefault = config.defaultPermission();
        this.usersElsewhere = provider.isConfigured();
    }

    Uni<Void> grant(Caller caller, GrantPermissionRequest request) {
        UserPermissionRequest whose = request.whose();
        return write(
                caller,
                whose,
                AccessEvent.newBuilder()
                        .setPermissionGranted(PermissionGranted.newBuilder()
                                .setUsername(whose.username())
                                .setTarget(AccessCodec.target(whose.on()))
                                .setPermission(AccessCodec.granted(request.permission()))
                                .setKnownElsewhere(usersElsewhere)));
    }

    Uni<Void> revoke(Caller caller, UserPermissionRequest request) {
        return write(
                caller,
                request,
                AccessEvent.newBuilder()
                        .setPermissionRevoked(PermissionRevoked.newBuilder()
                                .setUsername(request.username())
                                .setTarget(AccessCodec.target(request.on()))));
    }

    private Uni<Void> write(Caller caller, UserPermissionRequest request, AccessEvent.Builder event) {
        return requireManager(caller, request.on())
                .chain(() -> live.upToDate())
                .invoke(() -> requireUser(request.username()))
                .chain(() -> writer.write(caller.name(), event))
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Refused refused) {
                        throw Refusals.of(refused.reason(), request);
                    }
                })
                .replaceWithVoid();
    }

    /** Who manages something says who else may; of all of a kind only administrators do. */
    private Uni<Void> requireManager(Caller caller, Grantable on) {
        return switch (on) {
            case Securable one -> access.require(caller, Need.MANAGE, one);
            case Every all -> access.requireAdministrator(caller);
        };
    }

    /** What the user may do, by all that is said of them. */
    Uni<Permission> effective(Caller caller, UserPermissionRequest request) {
        return requireSelfOrAdministrator(caller, request.username())
                .chain(() -> live.upToDate())
                .map(now -> {
                    requireUser(request.username());
                    Grants grants = live.directory().grantsOf(request.username());
                    return switch (request.on()) {
                        case Securable one -> grants.effective(one, byDefault);
                        case Every all -> grants.effective(all, byDefault);
                    };
                });
    }

    Uni<UserPermissionsResponse> list(Caller caller, String name) {
        return requireSelfOrAdministrator(caller, name)
                .chain(() -> live.upToDate())
                .map(now -> {
                    requireUser(name);
                    return UserPermissionsResponse.from(
                            info(name, false), live.directory().grantsOf(name));
                });
    }

    Uni<UserPermissionsResponse> listOwn(Caller caller) {
        return live.upToDate()
                .map(now -> UserPermissionsResponse.from(
                        info(caller.name(), caller.administrator()),
                        live.directory().grantsOf(caller.name())));
    }

    private UserInfo info(String name, boolean administratorByRole) {
        User user = live.directory().find(name);
        return user == null
                ? new UserInfo(0, name, administratorByRole)
                : new UserInfo(user.id(), name, administratorByRole || user.administrator());
    }

    private Uni<Void> requireSelfOrAdministrator(Caller caller, String name) {
        return caller.name().equals(name) ? Uni.createFrom().voidItem() : access.requireAdministrator(caller);
    }

    private void requireUser(String name) {
        if (!usersElsewhere && live.directory().find(name) == null) {
            throw AccessErrors.userNotFound(name);
        }
    }
}
