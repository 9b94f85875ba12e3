package io.runstream.query.consistency;

import io.quarkus.runtime.StartupEvent;
import io.runstream.query.projection.ProjectionProgress;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Hears of every commit of this process's own projector. */
@Singleton
final class OwnProjection implements LocalProjection {
    private final ProjectionProgress progress;
    private final ProjectedOffsets projected;

    OwnProjection(ProjectionProgress progress, ProjectedOffsets projected) {
        this.progress = progress;
        this.projected = projected;
    }

    /** Before the projector starts, so that nothing it says is missed. */
    void listen(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
        progress.onCommit(projected::reached);
        progress.onDoubt(projected::forget);
    }

    @Override
    public boolean projects(int partition) {
        return progress.nextOffset(partition) >= 0;
    }
}
