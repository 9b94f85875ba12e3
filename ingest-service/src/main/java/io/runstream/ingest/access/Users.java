package io.runstream.ingest.access;

import io.runstream.access.Outcome;
import io.runstream.access.User;
import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.AdministratorChanged;
import io.runstream.access.v1.PasswordChanged;
import io.runstream.access.v1.UserCreated;
import io.runstream.access.v1.UserDeleted;
import io.runstream.api.access.CreateUserRequest;
import io.runstream.api.access.UpdateAdminRequest;
import io.runstream.api.access.UpdatePasswordRequest;
import io.runstream.api.access.UserInfo;
import io.runstream.error.AccessErrors;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.directory.LiveDirectory;
import io.runstream.kit.access.login.Passwords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How users come, change and go. Answers are as of the log's end. Refusals are {@link io.runstream.error.ApiException}s. */
@ApplicationScoped
class Users {
    private final AccessControl access;
    private final LiveDirectory live;
    private final AccessWriter writer;
    private final Passwords passwords;

    @Inject
    Users(AccessControl access, LiveDirectory live, AccessWriter writer, Passwords passwords) {
        this.access = access;
        this.live = live;
        this.writer = writer;
        this.passwords = passwords;
    }

    Uni<User> create(String principal, CreateUserRequest request, boolean administrator) {
        String name = request.username().value();
        return passwords
                .hash(request.password())
                .chain(hash -> writer.write(
                        principal,
                        AccessEvent.newBuilder()
                                .setUserCreated(UserCreated.newBuilder()
                                        .setUsername(name)
                                        .setPasswordHash(hash)
                                        .setAdministrator(administrator))))
                .map(outcome -> switch (outcome) {
                    case Outcome.Created created -> created.user();
                    case Outcome.Done done -> find(name);
                    case Outcome.Refused refused -> throw Refusals.of(refused.reason(), name);
                });
    }

    Uni<User> get(Caller caller, String name) {
        return requireSelfOrAdministrator(caller, name)
                .chain(() -> live.upToDate())
                .map(now -> find(name));
    }

    Uni<List<User>> list() {
        return live.upToDate().map(now -> live.directory().users());
    }

    /** The caller, who may be known to an identity provider only. */
    Uni<UserInfo> current(Caller caller) {
        return live.upToDate().map(now -> {
            User user = live.directory().find(caller.name());
            long id = user == null ? 0 : user.id();
            return new UserInfo(id, caller.name(), caller.administrator());
        });
    }

    Uni<Void> updatePassword(Caller caller, UpdatePasswordRequest request) {
        String name = request.username();
        return requireSelfOrAdministrator(caller, name)
                .chain(() -> live.upToDate())
                .chain(() -> requireCurrentPassword(caller, request))
                .map(checked -> {
                    find(name);
                    return io.runstream.limit.Passwords.check(request.password());
                })
                .chain(passwords::hash)
                .chain(hash -> change(
                        caller,
                        name,
                        AccessEvent.newBuilder()
                                .setPasswordChanged(PasswordChanged.newBuilder()
                                        .setUsername(name)
                                        .setPasswordHash(hash))));
    }

    /** Of those who change their own: whoever sits at somebody's browser does not know it. */
    private Uni<Void> requireCurrentPassword(Caller caller, UpdatePasswordRequest request) {
        if (!caller.name().equals(request.username())) {
            return Uni.createFrom().voidItem();
        }
        String current = request.currentPassword();
        if (current == null || current.isEmpty()) {
            throw AccessErrors.currentPasswordMissing();
        }
        return passwords
                .isRight(find(request.username()), current)
                .invoke(right -> {
                    if (!right) {
                        throw AccessErrors.currentPasswordWrong();
                    }
                    if (current.equals(request.password())) {
                        throw AccessErrors.passwordUnchanged();
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> updateAdmin(Caller caller, UpdateAdminRequest request) {
        return change(
                caller,
                request.username(),
                AccessEvent.newBuilder()
                        .setAdministratorChanged(AdministratorChanged.newBuilder()
                                .setUsername(request.username())
                                .setAdministrator(request.administrator())));
    }

    Uni<Void> delete(Caller caller, String name) {
        if (caller.name().equals(name)) {
            throw AccessErrors.deletesThemselves();
        }
        return change(
                caller,
                name,
                AccessEvent.newBuilder().setUserDeleted(UserDeleted.newBuilder().setUsername(name)));
    }

    private Uni<Void> change(Caller caller, String name, AccessEvent.Builder event) {
        return writer.write(caller.name(), event)
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Refused refused) {
                        throw Refusals.of(refused.reason(), name);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireSelfOrAdministrator(Caller caller, String name) {
        return caller.name().equals(name) ? Uni.createFrom().voidItem() : access.requireAdministrator(caller);
    }

    private User find(String name) {
        User user = live.directory().find(name);
        if (user == null) {
            throw AccessErrors.userNotFound(name);
        }
        return user;
    }
}
