package io.runstream.bench.growth;

import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.LogParams;
import io.runstream.event.v1.Metric;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.RunStatus;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.UpdateRun;
import io.runstream.id.RunId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The run of a number, always the same one: 20 metrics of 3 points, 10 params, 5 tags beside its name, ended. Runs begin
 * a second apart; their ids are random, as those that Runstream gives them.
 *
 * @param number from 0
 */
record SyntheticRun(long number) {
    static final int METRICS = 20;
    static final int POINTS = 3;

    private static final long FIRST_START = 1_700_000_000_000L;
    private static final long MILLIS_BETWEEN = 1_000;
    private static final long MILLIS_OF_RUN = 60_000;
    private static final int PARAMS = 10;
    private static final int FAILED_EVERY = 20;
    private static final int CANDIDATE_EVERY = 5_000;

    RunId id() {
        SplittableRandom random = new SplittableRandom(number);
        return new RunId(new UUID(random.nextLong(), random.nextLong()));
    }

    long start() {
        return FIRST_START + number * MILLIS_BETWEEN;
    }

    /** What its training would have made ingest publish. */
    List<TrackingEvent> events(long experiment) {
        return List.of(
                event(0).setRunCreated(created(experiment)).build(),
                event(1).setLogParams(params()).build(),
                event(MILLIS_OF_RUN).setDataLogged(metrics()).build(),
                event(MILLIS_OF_RUN).setUpdateRun(ended()).build());
    }

    private TrackingEvent.Builder event(long millisAfterStart) {
        return TrackingEvent.newBuilder().setAcceptedAt(start() + millisAfterStart);
    }

    private RunCreated created(long experiment) {
        return RunCreated.newBuilder()
                .setRunId(id().toString())
                .setExperimentId(experiment)
                .setName("run-" + number)
                .setUserId("user" + number % 50)
                .setStartTime(start())
                .setArtifactUri("mlflow-artifacts:/" + experiment + "/" + id() + "/artifacts")
                .addTags(tag("mlflow.runName", "run-" + number))
                .addTags(tag("mlflow.user", "user" + number % 50))
                .addTags(tag("mlflow.source.name", "train.py"))
                .addTags(tag("mlflow.source.type", "LOCAL"))
                .addTags(tag("team", "team" + number % 10))
                .addTags(tag("candidate", number % CANDIDATE_EVERY == 0 ? "yes" : "no"))
                .build();
    }

    /** The first has 10 values, the second 1,000, the third one for each run; the others are what hyperparameters are. */
    private LogParams params() {
        LogParams.Builder params = LogParams.newBuilder().setRunId(id().toString());
        // By number / 2: even numbers share an experiment, and shall have all values too.
        params.addParams(param(0, "v" + number / 2 % 10));
        params.addParams(param(1, "v" + number / 2 % 1_000));
        params.addParams(param(2, "v" + number));
        for (int key = 3; key < PARAMS; key++) {
            params.addParams(param(key, "0.00" + number * key % 97));
        }
        return params.build();
    }

    private DataLogged metrics() {
        SplittableRandom random = new SplittableRandom(~number);
        DataLogged.Builder data = DataLogged.newBuilder().setRunId(id().toString());
        for (int step = 0; step < POINTS; step++) {
            for (int key = 0; key < METRICS; key++) {
                data.addMetrics(Metric.newBuilder()
                        .setKey("m" + key)
                        .setValue(random.nextDouble())
                        .setTimestamp(start() + step * MILLIS_BETWEEN)
                        .setStep(step));
            }
        }
        return data.build();
    }

    private UpdateRun ended() {
        boolean failed = number / 2 % FAILED_EVERY == 0;
        return UpdateRun.newBuilder()
                .setRunId(id().toString())
                .setStatus(failed ? RunStatus.RUN_STATUS_FAILED : RunStatus.RUN_STATUS_FINISHED)
                .setEndTime(start() + MILLIS_OF_RUN)
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.newBuilder().setKey(key).setValue(value).build();
    }

    private static Param param(int key, String value) {
        return Param.newBuilder().setKey("p" + key).setValue(value).build();
    }
}
