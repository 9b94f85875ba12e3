package io.runstream.access;

import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.AdministratorChanged;
import io.runstream.access.v1.ExperimentCreated;
import io.runstream.access.v1.PasswordChanged;
import io.runstream.access.v1.PermissionGranted;
import io.runstream.access.v1.PermissionRevoked;
import io.runstream.access.v1.RegisteredModelCreated;
import io.runstream.access.v1.RegisteredModelDeleted;
import io.runstream.access.v1.RegisteredModelRenamed;
import io.runstream.access.v1.UserCreated;
import io.runstream.access.v1.UserDeleted;

/** Events of the access topic, for tests. */
final class AccessEvents {
    private AccessEvents() {}

    static AccessEvent userCreated(String name, boolean administrator) {
        return AccessEvent.newBuilder()
                .setUserCreated(UserCreated.newBuilder()
                        .setUsername(name)
                        .setPasswordHash("first hash of " + name)
                        .setAdministrator(administrator))
                .build();
    }

    static AccessEvent passwordChanged(String name, String hash) {
        return AccessEvent.newBuilder()
                .setPasswordChanged(
                        PasswordChanged.newBuilder().setUsername(name).setPasswordHash(hash))
                .build();
    }

    static AccessEvent administratorChanged(String name, boolean administrator) {
        return AccessEvent.newBuilder()
                .setAdministratorChanged(
                        AdministratorChanged.newBuilder().setUsername(name).setAdministrator(administrator))
                .build();
    }

    static AccessEvent userDeleted(String name) {
        return AccessEvent.newBuilder()
                .setUserDeleted(UserDeleted.newBuilder().setUsername(name))
                .build();
    }

    static AccessEvent granted(String name, Grantable what, Permission permission) {
        return AccessEvent.newBuilder()
                .setPermissionGranted(granting(name, what, permission))
                .build();
    }

    static AccessEvent grantedToTokenUser(String name, Grantable what, Permission permission) {
        return AccessEvent.newBuilder()
                .setPermissionGranted(granting(name, what, permission).setKnownElsewhere(true))
                .build();
    }

    private static PermissionGranted.Builder granting(String name, Grantable what, Permission permission) {
        return PermissionGranted.newBuilder()
                .setUsername(name)
                .setTarget(AccessCodec.target(what))
                .setPermission(AccessCodec.granted(permission));
    }

    static AccessEvent revoked(String name, Grantable what) {
        return AccessEvent.newBuilder()
                .setPermissionRevoked(
                        PermissionRevoked.newBuilder().setUsername(name).setTarget(AccessCodec.target(what)))
                .build();
    }

    static AccessEvent experimentCreated(String by, long id) {
        return AccessEvent.newBuilder()
                .setPrincipal(by)
                .setExperimentCreated(ExperimentCreated.newBuilder().setExperimentId(id))
                .build();
    }

    static AccessEvent modelCreated(String by, String name, long createdAt) {
        return AccessEvent.newBuilder()
                .setPrincipal(by)
                .setRegisteredModelCreated(
                        RegisteredModelCreated.newBuilder().setName(name).setCreatedAt(createdAt))
                .build();
    }

    static AccessEvent modelRenamed(String name, String newName, long createdAt) {
        return AccessEvent.newBuilder()
                .setRegisteredModelRenamed(RegisteredModelRenamed.newBuilder()
                        .setName(name)
                        .setNewName(newName)
                        .setCreatedAt(createdAt))
                .build();
    }

    static AccessEvent modelDeleted(String name, long createdAt) {
        return AccessEvent.newBuilder()
                .setRegisteredModelDeleted(
                        RegisteredModelDeleted.newBuilder().setName(name).setCreatedAt(createdAt))
                .build();
    }
}
