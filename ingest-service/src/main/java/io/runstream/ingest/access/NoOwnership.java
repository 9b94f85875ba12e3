package io.runstream.ingest.access;

import io.runstream.access.Securable;
import io.runstream.kit.access.Caller;
import io.smallrye.mutiny.Uni;

/** Nothing belongs to anybody: authentication is off. */
final class NoOwnership implements Ownership {
    private static final Uni<Void> NOTHING_TO_DO = Uni.createFrom().voidItem();

    @Override
    public Uni<Void> created(Caller caller, Securable.Experiment what) {
        return NOTHING_TO_DO;
    }

    @Override
    public Uni<Void> created(Caller caller, Securable.RegisteredModel what, long createdAt) {
        return NOTHING_TO_DO;
    }

    @Override
    public Uni<Void> renamed(
            Caller caller, Securable.RegisteredModel from, Securable.RegisteredModel to, long createdAt) {
        return NOTHING_TO_DO;
    }

    @Override
    public Uni<Void> deleted(Caller caller, Securable.RegisteredModel what, long createdAt) {
        return NOTHING_TO_DO;
    }
}
