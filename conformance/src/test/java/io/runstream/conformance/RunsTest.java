package io.runstream.conformance;

import static io.runstream.conformance.ServerUnderTest.newExperiment;
import static io.runstream.conformance.ServerUnderTest.newRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

class RunsTest {

    private final MlflowClient client = ServerUnderTest.client();

    @Test
    void aRunStartsRunningAndEndsWithItsStatusAndTime() {
        String experimentId = newExperiment(client);
        RunInfo started = client.createRun(CreateRun.newBuilder()
                .setExperimentId(experimentId)
                .setRunName("by Java")
                .setUserId("ann")
                .setStartTime(1_000)
                .build());
        assertThat(started.getStatus()).isEqualTo(RunStatus.RUNNING);

        client.setTerminated(started.getRunId(), RunStatus.FAILED, 2_000);

        RunInfo ended = client.getRun(started.getRunId()).getInfo();
        assertThat(ended.getStatus()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.getStartTime()).isEqualTo(1_000);
        assertThat(ended.getEndTime()).isEqualTo(2_000);
        assertThat(ended.getUserId()).isEqualTo("ann");
        assertThat(ended.getRunName()).isEqualTo("by Java");
        assertThat(ended.getExperimentId()).isEqualTo(experimentId);
        assertThat(ended.getRunUuid()).isEqualTo(ended.getRunId());
        assertThat(ended.getArtifactUri())
                .isEqualTo("mlflow-artifacts:/" + experimentId + "/" + ended.getRunId() + "/artifacts");
    }

    @Test
    void whatIsLoggedIsRead() {
        String runId = newRun(client);

        client.logParam(runId, "alpha", "0.5");
        client.logMetric(runId, "loss", 0.25, 1_000, 0);
        client.logMetric(runId, "loss", 0.125, 2_000, 1);
        client.setTag(runId, "team", "Größe");
        client.setTag(runId, "gone", "soon");
        client.deleteTag(runId, "gone");

        Run run = client.getRun(runId);
        assertThat(run.getData().getParamsList())
                .extracting(Param::getKey, Param::getValue)
                .containsExactly(tuple("alpha", "0.5"));
        assertThat(run.getData().getMetricsList())
                .extracting(Metric::getKey, Metric::getValue, Metric::getTimestamp, Metric::getStep)
                .containsExactly(tuple("loss", 0.125, 2_000L, 1L));
        assertThat(run.getData().getTagsList())
                .extracting(RunTag::getKey, RunTag::getValue)
                .contains(tuple("team", "Größe"))
                .doesNotContain(tuple("gone", "soon"));
    }

    @Test
    void notANumberAndTheInfinitiesAreMetrics() {
        String runId = newRun(client);

        client.logMetric(runId, "nan", Double.NaN, 1, 0);
        client.logMetric(runId, "up", Double.POSITIVE_INFINITY, 1, 0);
        client.logMetric(runId, "down", Double.NEGATIVE_INFINITY, 1, 0);

        assertThat(client.getRun(runId).getData().getMetricsList())
                .extracting(Metric::getKey, Metric::getValue)
                .containsExactlyInAnyOrder(
                        tuple("nan", Double.NaN), tuple("up", Double.MAX_VALUE), tuple("down", -Double.MAX_VALUE));
    }

    @Test
    void aBatchIsLoggedAtOnce() {
        String runId = newRun(client);
        List<Metric> metrics = IntStream.range(0, 1_000 - 3)
                .mapToObj(step -> metric("m", step))
                .toList();
        Param param = Param.newBuilder().setKey("p").setValue("1").build();
        RunTag tag = RunTag.newBuilder().setKey("t").setValue("2").build();

        client.logBatch(runId, metrics, List.of(param), List.of(tag));
        client.logBatch(runId, null, null, null);

        Run run = client.getRun(runId);
        assertThat(run.getData().getParamsList()).containsExactly(param);
        assertThat(run.getData().getTagsList()).contains(tag);
        assertThat(client.getMetricHistory(runId, "m")).isEqualTo(metrics);
    }

    /** Of one page: from the second on, at 25,000 points, this client fails by itself on any server. */
    @Test
    void aHistoryComesBackWhole() {
        String runId = newRun(client);
        List<Metric> points =
                IntStream.range(0, 3_000).mapToObj(step -> metric("m", step)).toList();
        for (int from = 0; from < points.size(); from += 1_000) {
            client.logBatch(runId, points.subList(from, from + 1_000), List.of(), List.of());
        }

        assertThat(client.getMetricHistory(runId, "m")).isEqualTo(points);
        assertThat(client.getMetricHistory(runId, "nobody")).isEmpty();
    }

    @Test
    void aDeletedRunIsRestored() {
        String runId = newRun(client);

        client.deleteRun(runId);
        assertThat(client.getRun(runId).getInfo().getLifecycleStage()).isEqualTo("deleted");
        assertThatThrownBy(() -> client.logParam(runId, "p", "1"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        refused -> assertThat(refused.getBodyMessage())
                                .contains("must be in the 'active' state. Current state is deleted."));

        client.restoreRun(runId);
        assertThat(client.getRun(runId).getInfo().getLifecycleStage()).isEqualTo("active");
    }

    @Test
    void aParamKeepsItsFirstValue() {
        String runId = newRun(client);
        client.logParam(runId, "p", "1");
        client.logParam(runId, "p", "1");

        assertThatThrownBy(() -> client.logParam(runId, "p", "2"))
                .isInstanceOfSatisfying(MlflowHttpException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(400);
                    assertThat(refused.getBodyMessage()).contains("Changing param values is not allowed");
                });
    }

    @Test
    void anUnknownRunIsRefused() {
        assertThatThrownBy(() -> client.getRun("0".repeat(32)))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(404));
    }

    private static Metric metric(String key, int step) {
        return Metric.newBuilder()
                .setKey(key)
                .setValue(step / 8.0)
                .setTimestamp(1_000L + step)
                .setStep(step)
                .build();
    }
}
