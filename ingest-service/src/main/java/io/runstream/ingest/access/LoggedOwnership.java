package io.runstream.ingest.access;

import io.runstream.access.Securable;
import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.ExperimentCreated;
import io.runstream.access.v1.RegisteredModelCreated;
import io.runstream.access.v1.RegisteredModelDeleted;
import io.runstream.access.v1.RegisteredModelRenamed;
import io.runstream.kit.access.Caller;
import io.smallrye.mutiny.Uni;

/** Tells the access topic. */
final class LoggedOwnership implements Ownership {
    private final AccessWriter writer;

    LoggedOwnership(AccessWriter writer) {
        this.writer = writer;
    }

    @Override
    public Uni<Void> created(Caller caller, Securable.Experiment what) {
        return write(
                caller,
                AccessEvent.newBuilder()
                        .setExperimentCreated(ExperimentCreated.newBuilder().setExperimentId(what.id())));
    }

    @Override
    public Uni<Void> created(Caller caller, Securable.RegisteredModel what, long createdAt) {
        return write(
                caller,
                AccessEvent.newBuilder()
                        .setRegisteredModelCreated(RegisteredModelCreated.newBuilder()
                                .setName(what.name())
                                .setCreatedAt(createdAt)));
    }

    @Override
    public Uni<Void> renamed(
            Caller caller, Securable.RegisteredModel from, Securable.RegisteredModel to, long createdAt) {
        return write(
                caller,
                AccessEvent.newBuilder()
                        .setRegisteredModelRenamed(RegisteredModelRenamed.newBuilder()
                                .setName(from.name())
                                .setNewName(to.name())
                                .setCreatedAt(createdAt)));
    }

    @Override
    public Uni<Void> deleted(Caller caller, Securable.RegisteredModel what, long createdAt) {
        return write(
                caller,
                AccessEvent.newBuilder()
                        .setRegisteredModelDeleted(RegisteredModelDeleted.newBuilder()
                                .setName(what.name())
                                .setCreatedAt(createdAt)));
    }

    private Uni<Void> write(Caller caller, AccessEvent.Builder event) {
        return writer.write(caller.name(), event).replaceWithVoid();
    }
}
