package io.runstream.access;

import io.runstream.access.v1.Everything;
import io.runstream.access.v1.GrantedPermission;
import io.runstream.access.v1.Target;
import org.jspecify.annotations.Nullable;

/** Permissions, and what they are on, as the access topic's events have them. */
public final class AccessCodec {
    private AccessCodec() {}

    /** @throws IllegalArgumentException for {@link Permission#NO_PERMISSIONS}, which is never granted */
    public static GrantedPermission granted(Permission permission) {
        return switch (permission) {
            case READ -> GrantedPermission.GRANTED_PERMISSION_READ;
            case USE -> GrantedPermission.GRANTED_PERMISSION_USE;
            case EDIT -> GrantedPermission.GRANTED_PERMISSION_EDIT;
            case MANAGE -> GrantedPermission.GRANTED_PERMISSION_MANAGE;
            case DENY -> GrantedPermission.GRANTED_PERMISSION_DENY;
            case NO_PERMISSIONS -> throw new IllegalArgumentException("NO_PERMISSIONS is never granted");
        };
    }

    public static Target target(Grantable what) {
        Target.Builder target = Target.newBuilder();
        if (what instanceof Securable.Experiment experiment) {
            target.setExperimentId(experiment.id());
        } else if (what instanceof Securable.RegisteredModel model) {
            target.setRegisteredModel(model.name());
        } else {
            setEvery(target, (Every) what);
        }
        return target.build();
    }

    private static void setEvery(Target.Builder target, Every every) {
        switch (every) {
            case EXPERIMENT -> target.setEveryExperiment(Everything.getDefaultInstance());
            case REGISTERED_MODEL -> target.setEveryRegisteredModel(Everything.getDefaultInstance());
        }
    }

    /** @return null for one that a later version has */
    static @Nullable Permission permission(GrantedPermission granted) {
        return switch (granted) {
            case GRANTED_PERMISSION_READ -> Permission.READ;
            case GRANTED_PERMISSION_USE -> Permission.USE;
            case GRANTED_PERMISSION_EDIT -> Permission.EDIT;
            case GRANTED_PERMISSION_MANAGE -> Permission.MANAGE;
            case GRANTED_PERMISSION_DENY -> Permission.DENY;
            case GRANTED_PERMISSION_UNSPECIFIED, UNRECOGNIZED -> null;
        };
    }

    /** @return null for what a later version has permissions on */
    static @Nullable Grantable grantable(Target target) {
        return switch (target.getOnCase()) {
            case EXPERIMENT_ID -> new Securable.Experiment(target.getExperimentId());
            case REGISTERED_MODEL -> new Securable.RegisteredModel(target.getRegisteredModel());
            case EVERY_EXPERIMENT -> Every.EXPERIMENT;
            case EVERY_REGISTERED_MODEL -> Every.REGISTERED_MODEL;
            case ON_NOT_SET -> null;
        };
    }
}
