package io.runstream.query.graphql;

import io.runstream.api.request.RequestFields;
import io.runstream.error.GraphQlErrors;
import io.runstream.id.ExperimentId;
import io.runstream.id.RunId;
import io.runstream.query.answer.ChunkedJson;
import io.runstream.query.dataset.DatasetService;
import io.runstream.query.experiment.ExperimentService;
import io.runstream.query.metric.IntervalRequest;
import io.runstream.query.metric.MetricHistoryService;
import io.runstream.query.registry.RegistrySearch;
import io.runstream.query.registry.RegistryService;
import io.runstream.query.run.RunService;
import io.runstream.query.run.SearchRunsRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** Which service answers what: the one behind the REST call of the same name, with the same input and the same answer. */
@Singleton
final class Operations {
    private static final int LONGEST = 4 << 20;

    private final Map<String, Operation> queries;
    private final Map<String, Operation> mutations;

    /** Fails, or throws {@link io.runstream.error.ApiException}, as the REST call does. */
    @FunctionalInterface
    interface Operation {
        Uni<?> answer(RequestFields input);
    }

    Operations(
            RunService runs,
            ExperimentService experiments,
            MetricHistoryService metrics,
            DatasetService datasets,
            RegistryService registry) {
        Operation searchRuns =
                input -> runs.search(SearchRunsRequest.from(input)).chain(Operations::whole);
        this.queries = Map.of(
                "mlflowGetExperiment",
                input -> experiments.get(ExperimentId.parse(input.requiredString("experiment_id"))),
                "mlflowGetRun",
                input -> runs.get(RunId.parse(input.runId())),
                "mlflowGetMetricHistoryBulkInterval",
                input -> metrics.interval(IntervalRequest.from(input)).chain(Operations::whole),
                "mlflowListArtifacts",
                input -> Uni.createFrom().failure(GraphQlErrors.useRest("mlflowListArtifacts", "artifacts/list")),
                "mlflowSearchModelVersions",
                input -> registry.searchVersions(RegistrySearch.ofVersions(input))
                        .chain(Operations::whole),
                "mlflowSearchRuns",
                searchRuns);
        this.mutations = Map.of(
                "mlflowSearchRuns",
                searchRuns,
                "mlflowSearchDatasets",
                input -> datasets.search(input.strings("experiment_ids")));
    }

    /** GraphQL's answers are put together in memory. */
    private static Uni<byte[]> whole(ChunkedJson answer) {
        return answer.whole(LONGEST, () -> GraphQlErrors.answerTooLarge(LONGEST));
    }

    Map<String, Operation> queries() {
        return queries;
    }

    /** Named so by MLflow; they change nothing. */
    Map<String, Operation> mutations() {
        return mutations;
    }
}
