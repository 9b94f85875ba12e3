package io.runstream.ingest.run;

import io.runstream.api.KeyValue;
import io.runstream.api.Tags;
import io.runstream.api.run.DeleteTagRequest;
import io.runstream.api.run.LogBatchRequest;
import io.runstream.api.run.LogInputsRequest;
import io.runstream.api.run.LogMetricRequest;
import io.runstream.api.run.LogOutputsRequest;
import io.runstream.api.run.LogParamRequest;
import io.runstream.api.run.SetTagRequest;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.RunId;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.IdempotencyKey;
import io.runstream.ingest.log.Rejections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What training code logs. Metrics, tags and inputs are facts and need nobody's verdict; params are commands, since a param
 * may not change. Where a method takes an Idempotency-Key, null stands for none.
 */
@ApplicationScoped
class RunLogging {
    private final Admission admission;
    private final EventWriter events;

    @Inject
    RunLogging(Admission admission, EventWriter events) {
        this.admission = admission;
        this.events = events;
    }

    Uni<Void> logMetric(LogMetricRequest request, @Nullable IdempotencyKey idempotency) {
        return fact(request.runId(), id -> RunEvents.dataLogged(id, List.of(request.metric()), List.of()), idempotency);
    }

    Uni<Void> setTag(SetTagRequest request, @Nullable IdempotencyKey idempotency) {
        List<KeyValue> tags = effective(List.of(request.tag()));
        return fact(request.runId(), id -> RunEvents.dataLogged(id, List.of(), tags), idempotency);
    }

    Uni<Void> logBatch(LogBatchRequest request, @Nullable IdempotencyKey idempotency) {
        List<KeyValue> tags = effective(request.tags());
        if (request.params().isEmpty()) {
            return fact(request.runId(), id -> RunEvents.dataLogged(id, request.metrics(), tags), idempotency);
        }
        return admission
                .activeRun(request.runId())
                .chain(run -> events.ask(
                        run.key(),
                        run.command(RunEvents.logParams(run.id(), request.params(), request.metrics(), tags)),
                        idempotency))
                .replaceWithVoid();
    }

    Uni<Void> logParam(LogParamRequest request, @Nullable IdempotencyKey idempotency) {
        return admission
                .activeRun(request.runId())
                .chain(run -> events.ask(
                        run.key(),
                        run.command(RunEvents.logParams(run.id(), List.of(request.param()), List.of(), List.of())),
                        idempotency,
                        Rejections::toSingleParamError))
                .replaceWithVoid();
    }

    Uni<Void> deleteTag(DeleteTagRequest request, @Nullable IdempotencyKey idempotency) {
        return admission
                .activeRun(request.runId())
                .chain(run ->
                        events.ask(run.key(), run.command(RunEvents.deleteTag(run.id(), request.key())), idempotency))
                .replaceWithVoid();
    }

    Uni<Void> logInputs(LogInputsRequest request, @Nullable IdempotencyKey idempotency) {
        return fact(request.runId(), id -> RunEvents.inputsLogged(id, request), idempotency);
    }

    Uni<Void> logOutputs(LogOutputsRequest request, @Nullable IdempotencyKey idempotency) {
        return fact(request.runId(), id -> RunEvents.outputsLogged(id, request), idempotency);
    }

    private Uni<Void> fact(
            String runId, Function<RunId, TrackingEvent.Builder> event, @Nullable IdempotencyKey idempotency) {
        return admission.activeRun(runId).chain(run -> events.fact(run.key(), event.apply(run.id()), idempotency));
    }

    /** MLflow takes an empty run name and leaves the name as it is. */
    private static List<KeyValue> effective(List<KeyValue> tags) {
        return tags.stream()
                .filter(tag -> !(tag.key().equals(Tags.RUN_NAME) && tag.value().isEmpty()))
                .toList();
    }
}
