package io.runstream.kit.access;

import io.runstream.access.Every;
import io.runstream.access.Grantable;
import io.runstream.access.Grants;
import io.runstream.access.Need;
import io.runstream.access.Permission;
import io.runstream.access.Securable;
import io.runstream.access.User;
import io.runstream.error.AccessErrors;
import io.runstream.kit.access.directory.LiveDirectory;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Decides by the directory; what it would refuse it decides again once the directory has all there is. */
final class DirectoryAccess implements AccessControl {
    private static final Uni<Void> ALLOWED = Uni.createFrom().voidItem();

    private final LiveDirectory live;
    private final Permission byDefault;

    DirectoryAccess(LiveDirectory live, Permission byDefault) {
        this.live = live;
        this.byDefault = byDefault;
    }

    @Override
    public Uni<Void> require(Caller caller, Need need, Securable on) {
        return require(
                caller,
                () -> isAdministrator(caller)
                        || grantsOf(caller).effective(on, byDefault).allows(need));
    }

    @Override
    public Uni<Void> requireAdministrator(Caller caller) {
        return require(caller, () -> isAdministrator(caller));
    }

    @Override
    public Uni<Visible<Long>> visibleExperiments(Caller caller) {
        return visible(
                caller,
                Every.EXPERIMENT,
                what -> what instanceof Securable.Experiment experiment ? Set.of(experiment.id()) : Set.of());
    }

    @Override
    public Uni<Visible<String>> visibleRegisteredModels(Caller caller) {
        return visible(
                caller,
                Every.REGISTERED_MODEL,
                what -> what instanceof Securable.RegisteredModel model ? Set.of(model.name()) : Set.of());
    }

    private Uni<Void> require(Caller caller, BooleanSupplier allowed) {
        if (isNobody(caller)) {
            return Uni.createFrom().failure(AccessErrors.unauthenticated());
        }
        if (allowed.getAsBoolean()) {
            return ALLOWED;
        }
        return live.upToDate().invoke(() -> {
            if (!allowed.getAsBoolean()) {
                throw AccessErrors.forbidden();
            }
        });
    }

    private <T> Uni<Visible<T>> visible(Caller caller, Every kind, Function<Grantable, Set<T>> idsOf) {
        if (isNobody(caller)) {
            return Uni.createFrom().failure(AccessErrors.unauthenticated());
        }
        if (isAdministrator(caller)) {
            return Uni.createFrom().item(new Visible.Everything<>());
        }
        return live.upToDate().map(now -> visible(grantsOf(caller), kind, idsOf));
    }

    private <T> Visible<T> visible(Grants grants, Every kind, Function<Grantable, Set<T>> idsOf) {
        Permission general = grants.effective(kind, byDefault);
        boolean all = general.allows(Need.READ);
        if (general == Permission.DENY) {
            return new Visible.Only<>(Set.of());
        }
        Set<T> exceptions = new HashSet<>();
        for (Map.Entry<Grantable, Permission> grant : grants.on().entrySet()) {
            if (grant.getValue().allows(Need.READ) != all) {
                exceptions.addAll(idsOf.apply(grant.getKey()));
            }
        }
        if (!all) {
            return new Visible.Only<>(exceptions);
        }
        return exceptions.isEmpty() ? new Visible.Everything<>() : new Visible.AllBut<>(exceptions);
    }

    /** Somebody whom nobody asked for their name: a route that authentication does not stand before. */
    private static boolean isNobody(Caller caller) {
        return caller.name().isEmpty();
    }

    private boolean isAdministrator(Caller caller) {
        User user = live.directory().find(caller.name());
        return caller.administrator() || (user != null && user.administrator());
    }

    private Grants grantsOf(Caller caller) {
        return live.directory().grantsOf(caller.name());
    }
}
