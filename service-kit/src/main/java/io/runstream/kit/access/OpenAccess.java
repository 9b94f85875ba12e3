package io.runstream.kit.access;

import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.smallrye.mutiny.Uni;

/** Everybody may do everything: authentication is off. */
final class OpenAccess implements AccessControl {
    private static final Uni<Void> ALLOWED = Uni.createFrom().voidItem();

    @Override
    public Uni<Void> require(Caller caller, Need need, Securable on) {
        return ALLOWED;
    }

    @Override
    public Uni<Void> requireAdministrator(Caller caller) {
        return ALLOWED;
    }

    @Override
    public boolean mayDoEverything(Caller caller) {
        return true;
    }

    @Override
    public Uni<Visible<Long>> visibleExperiments(Caller caller) {
        return Uni.createFrom().item(new Visible.Everything<>());
    }

    @Override
    public Uni<Visible<String>> visibleRegisteredModels(Caller caller) {
        return Uni.createFrom().item(new Visible.Everything<>());
    }
}
