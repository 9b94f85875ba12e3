package io.runstream.conformance;

import static io.runstream.conformance.ServerUnderTest.newExperiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.RunsPage;

class SearchTest {

    private final MlflowClient client = ServerUnderTest.client();
    private final List<String> experiment = List.of(newExperiment(client));

    @BeforeEach
    void fiveRuns() {
        for (int number = 0; number < 5; number++) {
            RunInfo run = client.createRun(CreateRun.newBuilder()
                    .setExperimentId(experiment.getFirst())
                    .setRunName("run " + number)
                    .setStartTime(1_000L + number)
                    .build());
            client.logMetric(run.getRunId(), "accuracy", number / 10.0);
            client.logParam(run.getRunId(), "even", String.valueOf(number % 2 == 0));
        }
    }

    @Test
    void runsAreFoundNewestFirst() {
        assertThat(client.searchRuns(experiment, ""))
                .extracting(RunInfo::getRunName)
                .containsExactly("run 4", "run 3", "run 2", "run 1", "run 0");
    }

    @Test
    void filtersAreAppliedToMetricsParamsAndAttributes() {
        assertThat(client.searchRuns(experiment, "metrics.accuracy > 0.1 and params.even = 'true'"))
                .extracting(RunInfo::getRunName)
                .containsExactly("run 4", "run 2");
        assertThat(client.searchRuns(experiment, "run_name LIKE '%3'"))
                .extracting(RunInfo::getRunName)
                .containsExactly("run 3");
    }

    @Test
    void pagesFollowEachOtherInOrder() {
        List<List<String>> pages = new ArrayList<>();
        RunsPage page = client.searchRuns(experiment, "", ViewType.ACTIVE_ONLY, 2, List.of("metrics.accuracy ASC"));
        while (true) {
            pages.add(page.getItems().stream().map(SearchTest::name).toList());
            if (!page.hasNextPage()) {
                break;
            }
            page = (RunsPage) page.getNextPage();
        }

        assertThat(pages).containsExactly(List.of("run 0", "run 1"), List.of("run 2", "run 3"), List.of("run 4"));
    }

    @Test
    void deletedRunsAreFoundOnlyWhenAskedFor() {
        String deleted =
                client.searchRuns(experiment, "run_name = 'run 2'").getFirst().getRunId();
        client.deleteRun(deleted);

        assertThat(client.searchRuns(experiment, "")).hasSize(4);
        assertThat(client.searchRuns(experiment, "", ViewType.DELETED_ONLY))
                .extracting(RunInfo::getRunId)
                .containsExactly(deleted);
        assertThat(client.searchRuns(experiment, "", ViewType.ALL)).hasSize(5);
    }

    @Test
    void aFilterThatIsNoneIsRefused() {
        assertThatThrownBy(() -> client.searchRuns(experiment, "accuracy ~ 1"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(400));
    }

    private static String name(Run run) {
        return run.getInfo().getRunName();
    }
}
