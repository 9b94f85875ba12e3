package io.runstream.conformance;

import static io.runstream.conformance.ServerUnderTest.newExperiment;
import static io.runstream.conformance.ServerUnderTest.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.tracking.ActiveRun;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowContext;

class FluentTest {

    private final MlflowClient client = ServerUnderTest.client();
    private final MlflowContext mlflow = new MlflowContext(client);

    @Test
    void aRunIsLoggedStepByStep() {
        mlflow.setExperimentId(newExperiment(client));

        ActiveRun active = mlflow.startRun("train");
        active.logParam("alpha", "0.5");
        active.logParams(Map.of("depth", "3"));
        active.logMetric("loss", 0.5, 0);
        active.logMetrics(Map.of("loss", 0.25, "f1", 0.75), 1);
        active.setTag("team", "vision");
        active.setTags(Map.of("phase", "test"));
        active.endRun();

        Run run = client.getRun(active.getId());
        assertThat(run.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.getInfo().getRunName()).isEqualTo("train");
        assertThat(run.getData().getParamsList().stream().collect(Collectors.toMap(Param::getKey, Param::getValue)))
                .containsOnly(entry("alpha", "0.5"), entry("depth", "3"));
        assertThat(run.getData().getMetricsList().stream().collect(Collectors.toMap(Metric::getKey, Metric::getValue)))
                .containsOnly(entry("loss", 0.25), entry("f1", 0.75));
        assertThat(tags(run)).contains(entry("team", "vision"), entry("phase", "test"));
        assertThat(active.getArtifactUri()).isEqualTo(run.getInfo().getArtifactUri());
    }

    @Test
    void aChildNamesItsParent() {
        mlflow.setExperimentId(newExperiment(client));

        ActiveRun parent = mlflow.startRun("parent");
        ActiveRun child = mlflow.startRun("child", parent.getId());

        assertThat(tags(client.getRun(child.getId()))).contains(entry("mlflow.parentRunId", parent.getId()));
    }

    @Test
    void anExperimentIsChosenByItsName() {
        String name = unique("java");
        String experimentId = client.createExperiment(name);

        mlflow.setExperimentName(name);

        assertThat(mlflow.getExperimentId()).isEqualTo(experimentId);
        String nobody = unique("nobody");
        assertThatThrownBy(() -> mlflow.setExperimentName(nobody)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRunThatThrowsHasFailed() {
        String experimentId = newExperiment(client);
        mlflow.setExperimentId(experimentId);

        mlflow.withActiveRun("good", run -> run.logMetric("m", 1));
        mlflow.withActiveRun("bad", run -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(client.listRunInfos(experimentId).stream()
                        .collect(Collectors.toMap(RunInfo::getRunName, RunInfo::getStatus)))
                .containsOnly(entry("good", RunStatus.FINISHED), entry("bad", RunStatus.FAILED));
    }

    private static Map<String, String> tags(Run run) {
        return run.getData().getTagsList().stream().collect(Collectors.toMap(RunTag::getKey, RunTag::getValue));
    }
}
