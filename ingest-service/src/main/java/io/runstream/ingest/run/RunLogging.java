package io.runstream.ingest.run;

import io.runstream.api.KeyValue;
import io.runstream.api.Tags;
import io.runstream.api.run.DeleteTagRequest;
import io.runstream.api.run.LogBatchRequest;
import io.runstream.api.run.LogInputsRequest;
import io.runstream.api.run.LogMetricRequest;
import io.runstream.api.run.LogModelRequest;
import io.runstream.api.run.LogOutputsRequest;
import io.runstream.api.run.LogParamRequest;
import io.runstream.api.run.LoggedMetric;
import io.runstream.api.run.RunInputs;
import io.runstream.api.run.RunOutputs;
import io.runstream.api.run.SetTagRequest;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.RunId;
import io.runstream.ingest.admission.Admission;
import io.runstream.ingest.admission.AdmittedRun;
import io.runstream.ingest.admission.ModelAdmission;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.Origin;
import io.runstream.ingest.log.Rejections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What training code logs. Metrics, tags and inputs are facts and need nobody's verdict; params are commands, since a param
 * may not change. Everything fails with 403 for who may not change what is in the run's experiment.
 */
@ApplicationScoped
class RunLogging {
    private final Admission admission;
    private final ModelAdmission models;
    private final EventWriter events;

    @Inject
    RunLogging(Admission admission, ModelAdmission models, EventWriter events) {
        this.admission = admission;
        this.models = models;
        this.events = events;
    }

    Uni<Void> logMetric(LogMetricRequest request, Origin origin) {
        List<LoggedMetric> metrics = List.of(request.metric());
        return fact(
                measuring(request.runId(), metrics, origin),
                id -> RunEvents.dataLogged(id, metrics, List.of()),
                origin);
    }

    Uni<Void> setTag(SetTagRequest request, Origin origin) {
        List<KeyValue> tags = effective(List.of(request.tag()));
        return fact(
                admission.activeRun(request.runId(), origin.caller()),
                id -> RunEvents.dataLogged(id, List.of(), tags),
                origin);
    }

    Uni<Void> logBatch(LogBatchRequest request, Origin origin) {
        List<KeyValue> tags = effective(request.tags());
        Uni<AdmittedRun> admitted = measuring(request.runId(), request.metrics(), origin);
        if (request.params().isEmpty()) {
            return fact(admitted, id -> RunEvents.dataLogged(id, request.metrics(), tags), origin);
        }
        return admitted.chain(run -> events.ask(
                        run.key(),
                        run.command(RunEvents.logParams(run.id(), request.params(), request.metrics(), tags)),
                        origin))
                .replaceWithVoid();
    }

    Uni<Void> logParam(LogParamRequest request, Origin origin) {
        return admission
                .activeRun(request.runId(), origin.caller())
                .chain(run -> events.ask(
                        run.key(),
                        run.command(RunEvents.logParams(run.id(), List.of(request.param()), List.of(), List.of())),
                        origin,
                        Rejections::toSingleParamError))
                .replaceWithVoid();
    }

    Uni<Void> deleteTag(DeleteTagRequest request, Origin origin) {
        return admission
                .activeRun(request.runId(), origin.caller())
                .chain(run -> events.ask(run.key(), run.command(RunEvents.deleteTag(run.id(), request.key())), origin))
                .replaceWithVoid();
    }

    /** What clients before MLflow 3 call when they have stored a model among a run's artifacts. */
    Uni<Void> logModel(LogModelRequest request, Origin origin) {
        return admission
                .activeRun(request.runId(), origin.caller())
                .chain(run ->
                        events.ask(run.key(), run.command(RunEvents.recordModel(run.id(), request.model())), origin))
                .replaceWithVoid();
    }

    Uni<Void> logInputs(LogInputsRequest request, Origin origin) {
        List<String> models =
                request.models().stream().map(RunInputs.ModelInput::modelId).toList();
        return fact(linking(request.runId(), models, origin), id -> RunEvents.inputsLogged(id, request), origin);
    }

    Uni<Void> logOutputs(LogOutputsRequest request, Origin origin) {
        List<String> models =
                request.models().stream().map(RunOutputs.ModelOutput::modelId).toList();
        return fact(linking(request.runId(), models, origin), id -> RunEvents.outputsLogged(id, request), origin);
    }

    private Uni<Void> fact(Uni<AdmittedRun> admitted, Function<RunId, TrackingEvent.Builder> event, Origin origin) {
        return admitted.chain(run -> events.fact(run.key(), event.apply(run.id()), origin));
    }

    /** Admits the run, and the logged models that the metrics were measured of. Mostly there are none. */
    private Uni<AdmittedRun> measuring(String runId, List<LoggedMetric> metrics, Origin origin) {
        Uni<AdmittedRun> run = admission.activeRun(runId, origin.caller());
        Set<String> measured = modelsOf(metrics);
        return measured.isEmpty() ? run : run.call(() -> models.allMeasured(measured, origin.caller()));
    }

    /** Admits the run, and the logged models that it read or made. */
    private Uni<AdmittedRun> linking(String runId, List<String> linked, Origin origin) {
        return admission.activeRun(runId, origin.caller()).call(() -> models.allLinked(linked, origin.caller()));
    }

    private static Set<String> modelsOf(List<LoggedMetric> metrics) {
        Set<String> models = Set.of();
        for (LoggedMetric metric : metrics) {
            if (!metric.modelId().isEmpty()) {
                models = models.isEmpty() ? new HashSet<>() : models;
                models.add(metric.modelId());
            }
        }
        return models;
    }

    /** MLflow takes an empty run name and leaves the name as it is. */
    private static List<KeyValue> effective(List<KeyValue> tags) {
        return tags.stream()
                .filter(tag -> !(tag.key().equals(Tags.RUN_NAME) && tag.value().isEmpty()))
                .toList();
    }
}
