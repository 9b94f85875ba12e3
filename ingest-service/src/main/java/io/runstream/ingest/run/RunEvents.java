package io.runstream.ingest.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.api.KeyValue;
import io.runstream.api.run.LogInputsRequest;
import io.runstream.api.run.LogOutputsRequest;
import io.runstream.api.run.LoggedMetric;
import io.runstream.api.run.RunInputs.DatasetInput;
import io.runstream.api.run.UpdateRunRequest;
import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.Dataset;
import io.runstream.event.v1.DeleteRun;
import io.runstream.event.v1.DeleteRunTag;
import io.runstream.event.v1.InputsLogged;
import io.runstream.event.v1.LogParams;
import io.runstream.event.v1.Metric;
import io.runstream.event.v1.ModelInput;
import io.runstream.event.v1.ModelOutput;
import io.runstream.event.v1.OutputsLogged;
import io.runstream.event.v1.RecordModelInRun;
import io.runstream.event.v1.RestoreRun;
import io.runstream.event.v1.RunStatus;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.UpdateRun;
import io.runstream.id.RunId;
import io.runstream.ingest.log.Labels;
import java.util.List;

/** From what clients send about a run to what goes into the log. */
final class RunEvents {
    private RunEvents() {}

    static TrackingEvent.Builder dataLogged(RunId run, List<LoggedMetric> metrics, List<KeyValue> tags) {
        DataLogged.Builder data = DataLogged.newBuilder().setRunId(run.toString());
        metrics.forEach(metric -> data.addMetrics(metric(metric)));
        data.addAllTags(Labels.tags(tags));
        return TrackingEvent.newBuilder().setDataLogged(data);
    }

    static TrackingEvent.Builder logParams(
            RunId run, List<KeyValue> params, List<LoggedMetric> metrics, List<KeyValue> tags) {
        LogParams.Builder command = LogParams.newBuilder().setRunId(run.toString());
        command.addAllParams(Labels.params(params));
        metrics.forEach(metric -> command.addMetrics(metric(metric)));
        command.addAllTags(Labels.tags(tags));
        return TrackingEvent.newBuilder().setLogParams(command);
    }

    static TrackingEvent.Builder inputsLogged(RunId run, LogInputsRequest request) {
        InputsLogged.Builder inputs = InputsLogged.newBuilder().setRunId(run.toString());
        request.datasets().forEach(input -> inputs.addDatasets(datasetInput(input)));
        request.models()
                .forEach(model -> inputs.addModels(ModelInput.newBuilder().setModelId(model.modelId())));
        return TrackingEvent.newBuilder().setInputsLogged(inputs);
    }

    static TrackingEvent.Builder outputsLogged(RunId run, LogOutputsRequest request) {
        OutputsLogged.Builder outputs = OutputsLogged.newBuilder().setRunId(run.toString());
        request.models()
                .forEach(model -> outputs.addModels(
                        ModelOutput.newBuilder().setModelId(model.modelId()).setStep(model.step())));
        return TrackingEvent.newBuilder().setOutputsLogged(outputs);
    }

    static TrackingEvent.Builder updateRun(RunId run, UpdateRunRequest request) {
        UpdateRun.Builder command = UpdateRun.newBuilder().setRunId(run.toString());
        if (request.status() != null) {
            command.setStatus(RunStatus.forNumber(request.status().number()));
        }
        if (request.endTime() != null) {
            command.setEndTime(request.endTime());
        }
        if (request.runName() != null) {
            command.setName(request.runName());
        }
        return TrackingEvent.newBuilder().setUpdateRun(command);
    }

    static TrackingEvent.Builder deleteRun(RunId run) {
        return TrackingEvent.newBuilder().setDeleteRun(DeleteRun.newBuilder().setRunId(run.toString()));
    }

    static TrackingEvent.Builder restoreRun(RunId run) {
        return TrackingEvent.newBuilder().setRestoreRun(RestoreRun.newBuilder().setRunId(run.toString()));
    }

    static TrackingEvent.Builder recordModel(RunId run, ObjectNode model) {
        return TrackingEvent.newBuilder()
                .setRecordModelInRun(
                        RecordModelInRun.newBuilder().setRunId(run.toString()).setModelJson(model.toString()));
    }

    static TrackingEvent.Builder deleteTag(RunId run, String key) {
        return TrackingEvent.newBuilder()
                .setDeleteRunTag(
                        DeleteRunTag.newBuilder().setRunId(run.toString()).setKey(key));
    }

    private static Metric metric(LoggedMetric metric) {
        return Metric.newBuilder()
                .setKey(metric.key())
                .setValue(metric.value())
                .setTimestamp(metric.timestamp())
                .setStep(metric.step())
                .setModelId(metric.modelId())
                .setDatasetName(metric.datasetName())
                .setDatasetDigest(metric.datasetDigest())
                .build();
    }

    private static io.runstream.event.v1.DatasetInput datasetInput(DatasetInput input) {
        var dataset = input.dataset();
        Dataset.Builder described = Dataset.newBuilder()
                .setName(dataset.name())
                .setDigest(dataset.digest())
                .setSourceType(dataset.sourceType())
                .setSource(dataset.source());
        if (dataset.schema() != null) {
            described.setSchema(dataset.schema());
        }
        if (dataset.profile() != null) {
            described.setProfile(dataset.profile());
        }
        return io.runstream.event.v1.DatasetInput.newBuilder()
                .setDataset(described)
                .addAllTags(Labels.tags(input.tags()))
                .build();
    }
}
