package io.runstream.query.projection;

import io.runstream.event.v1.CreateExperiment;
import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.DeleteLoggedModelTag;
import io.runstream.event.v1.DeleteRun;
import io.runstream.event.v1.DeleteRunTag;
import io.runstream.event.v1.DescribeLoggedModel;
import io.runstream.event.v1.DescribeRun;
import io.runstream.event.v1.FinalizeLoggedModel;
import io.runstream.event.v1.LogLoggedModelParams;
import io.runstream.event.v1.LogParams;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.LoggedModelDeleted;
import io.runstream.event.v1.LoggedModelStatus;
import io.runstream.event.v1.LoggedModelTagsSet;
import io.runstream.event.v1.Metric;
import io.runstream.event.v1.ModelVersionRegistered;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.RecordModelInRun;
import io.runstream.event.v1.RestoreRun;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.UpdateRun;
import io.runstream.id.LoggedModelId;
import io.runstream.id.RunId;
import java.util.Arrays;
import java.util.UUID;

/** Short ways to say events. */
public final class Events {
    private Events() {}

    /** Accepted at 1,000 unless changed. */
    public static TrackingEvent.Builder event() {
        return TrackingEvent.newBuilder().setAcceptedAt(1_000);
    }

    public static String id(UUID run) {
        return new RunId(run).toString();
    }

    public static TrackingEvent.Builder runCreated(UUID run) {
        return event().setRunCreated(RunCreated.newBuilder()
                .setRunId(id(run))
                .setExperimentId(1)
                .setName("kind-fox-7")
                .setUserId("ada")
                .setStartTime(900)
                .setArtifactUri("mlflow-artifacts:/1/" + id(run) + "/artifacts")
                .addTags(tag("mlflow.runName", "kind-fox-7")));
    }

    public static TrackingEvent.Builder logged(UUID run, Metric... metrics) {
        return event().setDataLogged(DataLogged.newBuilder().setRunId(id(run)).addAllMetrics(Arrays.asList(metrics)));
    }

    public static TrackingEvent.Builder tagged(UUID run, Tag... tags) {
        return event().setDataLogged(DataLogged.newBuilder().setRunId(id(run)).addAllTags(Arrays.asList(tags)));
    }

    public static TrackingEvent.Builder params(UUID run, Param... params) {
        return event().setLogParams(LogParams.newBuilder().setRunId(id(run)).addAllParams(Arrays.asList(params)));
    }

    public static TrackingEvent.Builder updated(UUID run, UpdateRun.Builder update) {
        return event().setUpdateRun(update.setRunId(id(run)));
    }

    public static TrackingEvent.Builder deleted(UUID run) {
        return event().setDeleteRun(DeleteRun.newBuilder().setRunId(id(run)));
    }

    public static TrackingEvent.Builder restored(UUID run) {
        return event().setRestoreRun(RestoreRun.newBuilder().setRunId(id(run)));
    }

    public static TrackingEvent.Builder tagDeleted(UUID run, String key) {
        return event().setDeleteRunTag(
                        DeleteRunTag.newBuilder().setRunId(id(run)).setKey(key));
    }

    public static TrackingEvent.Builder described(UUID run) {
        return event().setDescribeRun(DescribeRun.newBuilder().setRunId(id(run)));
    }

    public static TrackingEvent.Builder modelCreated(LoggedModelId model) {
        return event().setLoggedModelCreated(LoggedModelCreated.newBuilder()
                .setModelId(model.toString())
                .setExperimentId(1)
                .setName("tree")
                .setModelType("sklearn")
                .setArtifactUri("mlflow-artifacts:/1/models/" + model + "/artifacts")
                .addParams(param("depth", "3"))
                .addTags(tag("stage", "draft")));
    }

    public static TrackingEvent.Builder modelTagged(LoggedModelId model, Tag... tags) {
        return event().setLoggedModelTagsSet(LoggedModelTagsSet.newBuilder()
                .setModelId(model.toString())
                .addAllTags(Arrays.asList(tags)));
    }

    public static TrackingEvent.Builder modelRegistered(LoggedModelId model, String name, int version) {
        return event().setModelVersionRegistered(ModelVersionRegistered.newBuilder()
                .setModelId(model.toString())
                .setName(name)
                .setVersion(version));
    }

    public static TrackingEvent.Builder modelParams(LoggedModelId model, Param... params) {
        return event().setLogLoggedModelParams(LogLoggedModelParams.newBuilder()
                .setModelId(model.toString())
                .addAllParams(Arrays.asList(params)));
    }

    public static TrackingEvent.Builder modelFinalized(LoggedModelId model, LoggedModelStatus status) {
        return event().setFinalizeLoggedModel(FinalizeLoggedModel.newBuilder()
                .setModelId(model.toString())
                .setStatus(status));
    }

    public static TrackingEvent.Builder modelDeleted(LoggedModelId model) {
        return event().setLoggedModelDeleted(LoggedModelDeleted.newBuilder().setModelId(model.toString()));
    }

    public static TrackingEvent.Builder modelTagDeleted(LoggedModelId model, String key) {
        return event().setDeleteLoggedModelTag(DeleteLoggedModelTag.newBuilder()
                .setModelId(model.toString())
                .setKey(key));
    }

    public static TrackingEvent.Builder modelDescribed(LoggedModelId model) {
        return event().setDescribeLoggedModel(DescribeLoggedModel.newBuilder().setModelId(model.toString()));
    }

    public static TrackingEvent.Builder modelRecorded(UUID run, String json) {
        return event().setRecordModelInRun(
                        RecordModelInRun.newBuilder().setRunId(id(run)).setModelJson(json));
    }

    public static TrackingEvent.Builder experiment(String name) {
        return event().setCreateExperiment(
                        CreateExperiment.newBuilder().setName(name).setDefaultArtifactRoot("mlflow-artifacts:"));
    }

    public static Metric metric(String key, double value, long timestamp, long step) {
        return Metric.newBuilder()
                .setKey(key)
                .setValue(value)
                .setTimestamp(timestamp)
                .setStep(step)
                .build();
    }

    public static Tag tag(String key, String value) {
        return Tag.newBuilder().setKey(key).setValue(value).build();
    }

    public static Param param(String key, String value) {
        return Param.newBuilder().setKey(key).setValue(value).build();
    }
}
