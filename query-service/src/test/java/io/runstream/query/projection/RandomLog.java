package io.runstream.query.projection;

import static io.runstream.query.projection.Events.event;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.param;
import static io.runstream.query.projection.Events.tag;

import com.google.protobuf.ByteString;
import io.runstream.event.v1.Dataset;
import io.runstream.event.v1.DatasetInput;
import io.runstream.event.v1.DeleteExperiment;
import io.runstream.event.v1.DeleteExperimentTag;
import io.runstream.event.v1.EnsureDefaultExperiment;
import io.runstream.event.v1.ExperimentLifecycle;
import io.runstream.event.v1.Idempotency;
import io.runstream.event.v1.InputsLogged;
import io.runstream.event.v1.LoggedModelStatus;
import io.runstream.event.v1.Metric;
import io.runstream.event.v1.ModelInput;
import io.runstream.event.v1.ModelOutput;
import io.runstream.event.v1.OutputsLogged;
import io.runstream.event.v1.RenameExperiment;
import io.runstream.event.v1.RestoreExperiment;
import io.runstream.event.v1.RunStatus;
import io.runstream.event.v1.SetExperimentTag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.UpdateRun;
import io.runstream.id.LoggedModelId;
import io.runstream.kit.log.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A topic full of events of every kind about few runs, experiments and keys, so that they get in each other's way:
 * creations missing, names taken, params changed, the same point and the same dataset again, clocks that go back.
 */
final class RandomLog {
    private static final int PARTITIONS = 3;
    private static final int RUNS = 5;

    private final RandomGenerator random;
    private final List<List<ConsumerRecord<byte[], byte[]>>> partitions = new ArrayList<>();
    private final List<UUID> runs = new ArrayList<>();
    private final List<LoggedModelId> models = new ArrayList<>();
    private long clock = 1_000;

    RandomLog(RandomGenerator random, int events) {
        this.random = random;
        RandomRegistryEvents registry = new RandomRegistryEvents(random);
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new ArrayList<>());
        }
        for (int i = 0; i < RUNS; i++) {
            runs.add(new UUID(random.nextLong(), random.nextLong()));
            models.add(new LoggedModelId(new UUID(random.nextLong(), random.nextLong())));
        }
        for (int i = 0; i < events; i++) {
            if (random.nextInt(5) == 0) {
                append(1, "model-registry", registry.event());
            } else if (random.nextInt(6) == 0) {
                append(0, "experiments", experimentEvent());
            } else if (random.nextInt(5) == 0) {
                int model = random.nextInt(models.size());
                append(model % PARTITIONS, models.get(model).toString(), modelEvent(models.get(model)));
            } else {
                int run = random.nextInt(RUNS);
                append(run % PARTITIONS, Events.id(runs.get(run)), runEvent(runs.get(run)));
            }
        }
    }

    /** The records of each partition, in their order. */
    List<List<ConsumerRecord<byte[], byte[]>>> partitions() {
        return partitions;
    }

    private void append(int partition, String key, TrackingEvent.Builder event) {
        clock += random.nextInt(-5, 50);
        event.setAcceptedAt(clock);
        if (random.nextInt(10) == 0) {
            event.setIdempotency(Idempotency.newBuilder()
                    .setKey("key" + random.nextInt(3))
                    .setFingerprint(ByteString.copyFromUtf8("f" + random.nextInt(2))));
        }
        List<ConsumerRecord<byte[], byte[]>> records = partitions.get(partition);
        records.add(new ConsumerRecord<>(
                Topics.TRACKING,
                partition,
                records.size(),
                key.getBytes(StandardCharsets.US_ASCII),
                event.build().toByteArray()));
    }

    private TrackingEvent.Builder runEvent(UUID run) {
        return switch (random.nextInt(15)) {
            case 0 -> Events.runCreated(run);
            case 1 -> Events.tagged(run, tag("mlflow.runName", word("name")));
            case 2 -> Events.tagged(run, tag(word("t"), word("v")), tag(word("t"), word("v")));
            case 3 -> inExperiment(Events.tagDeleted(run, word("t")));
            case 4 ->
                inExperiment(Events.params(run, param(word("p"), word("v")), param("q" + random.nextInt(9), "1")));
            case 5 -> Events.deleted(run);
            case 6 -> Events.restored(run);
            case 7 -> inputs(run);
            case 8 ->
                event().setOutputsLogged(OutputsLogged.newBuilder()
                        .setRunId(Events.id(run))
                        .addModels(
                                ModelOutput.newBuilder().setModelId(word("m")).setStep(random.nextInt(3))));
            case 9 -> inExperiment(update(run));
            case 10 -> inExperiment(Events.modelRecorded(run, "{\"artifact_path\":\"" + word("a") + "\"}"));
            default -> Events.logged(run, metrics());
        };
    }

    private TrackingEvent.Builder inExperiment(TrackingEvent.Builder command) {
        if (random.nextBoolean()) {
            command.setExperiment(ExperimentLifecycle.newBuilder()
                    .setDeleted(random.nextBoolean())
                    .setChangedAt(clock - random.nextInt(200)));
        }
        return command;
    }

    private TrackingEvent.Builder update(UUID run) {
        UpdateRun.Builder update = UpdateRun.newBuilder().setStatus(RunStatus.forNumber(random.nextInt(6)));
        if (random.nextBoolean()) {
            update.setEndTime(random.nextInt(3) * 1_000L);
        }
        if (random.nextBoolean()) {
            update.setName(word("name"));
        }
        return Events.updated(run, update);
    }

    private Metric[] metrics() {
        int count = random.nextInt(8) == 0 ? 600 : random.nextInt(1, 4);
        Metric[] metrics = new Metric[count];
        for (int i = 0; i < count; i++) {
            double value = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(-2, 3);
            metrics[i] = measured(metric("m" + random.nextInt(2), value, random.nextInt(20), random.nextInt(-5, 50)));
        }
        return metrics;
    }

    private Metric measured(Metric metric) {
        if (random.nextInt(3) > 0) {
            return metric;
        }
        Metric.Builder measured = metric.toBuilder()
                .setModelId(models.get(random.nextInt(models.size())).toString());
        return random.nextBoolean()
                ? measured.build()
                : measured.setDatasetName(word("d")).setDatasetDigest("1").build();
    }

    private TrackingEvent.Builder modelEvent(LoggedModelId model) {
        return switch (random.nextInt(9)) {
            case 0 -> Events.modelTagged(model, tag(word("t"), word("v")), tag(word("t"), word("v")));
            case 1 -> Events.modelTagDeleted(model, word("t"));
            case 2, 3 -> Events.modelParams(model, param(word("p"), "v" + random.nextInt(2)));
            case 4 -> Events.modelFinalized(model, LoggedModelStatus.forNumber(random.nextInt(4)));
            case 5 -> Events.modelDeleted(model);
            case 6 -> Events.modelDescribed(model);
            case 7 -> Events.modelRegistered(model, word("r"), 1 + random.nextInt(2));
            default -> Events.modelCreated(model);
        };
    }

    private TrackingEvent.Builder inputs(UUID run) {
        Dataset.Builder dataset =
                Dataset.newBuilder().setName(word("d")).setDigest("1").setSource(word("s"));
        if (random.nextBoolean()) {
            dataset.setSchema(random.nextBoolean() ? "" : "{}");
        }
        DatasetInput.Builder input = DatasetInput.newBuilder().setDataset(dataset);
        if (random.nextBoolean()) {
            input.addTags(tag("mlflow.data.context", word("c"))).addTags(tag("k", word("v")));
        }
        return event().setInputsLogged(InputsLogged.newBuilder()
                .setRunId(Events.id(run))
                .addDatasets(input)
                .addModels(ModelInput.newBuilder().setModelId(word("m"))));
    }

    private TrackingEvent.Builder experimentEvent() {
        long id = random.nextInt(6);
        return switch (random.nextInt(8)) {
            case 0 ->
                event().setEnsureDefaultExperiment(
                                EnsureDefaultExperiment.newBuilder().setDefaultArtifactRoot("mlflow-artifacts:"));
            case 1 ->
                event().setRenameExperiment(RenameExperiment.newBuilder()
                        .setExperimentId(id)
                        .setName(word("e")));
            case 2 -> event().setDeleteExperiment(DeleteExperiment.newBuilder().setExperimentId(id));
            case 3 ->
                event().setRestoreExperiment(RestoreExperiment.newBuilder().setExperimentId(id));
            case 4 ->
                event().setSetExperimentTag(SetExperimentTag.newBuilder()
                        .setExperimentId(id)
                        .setKey(word("t"))
                        .setValue(word("v")));
            case 5 ->
                event().setDeleteExperimentTag(DeleteExperimentTag.newBuilder()
                        .setExperimentId(id)
                        .setKey(word("t")));
            default -> Events.experiment(word("e"));
        };
    }

    private String word(String prefix) {
        return prefix + random.nextInt(4);
    }
}
