package io.runstream.query.graphql;

import graphql.GraphQLContext;
import io.runstream.query.graphql.Operations.Operation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;

/** The registered versions that came of runs: those of all runs on a page are looked up at once. */
@Singleton
final class ModelVersionsOfRuns {
    static final String LOADER = "model versions of runs";

    private static final int MAX_RUNS = 1_000;

    /** More than fit into an answer, so none is left out unnoticed. */
    private static final int MAX_VERSIONS = 100_000;

    private final Operation search;
    private final Answers answers;

    ModelVersionsOfRuns(Operations operations, Answers answers) {
        this.search = Objects.requireNonNull(operations.queries().get("mlflowSearchModelVersions"));
        this.answers = answers;
    }

    /** From the id of a run to its versions, the latest update first; for one request. */
    DataLoader<String, List<Map<String, Object>>> loader(GraphQLContext request) {
        return DataLoaderFactory.newDataLoader(
                runs -> CompletableFuture.completedFuture(find(runs, request)),
                DataLoaderOptions.newOptions().setMaxBatchSize(MAX_RUNS).build());
    }

    private List<List<Map<String, Object>>> find(List<String> runs, GraphQLContext request) {
        String filter = runs.stream().collect(Collectors.joining("', '", "run_id IN ('", "')"));
        Map<String, Object> answer =
                answers.ask(search, Map.of("filter", filter, "max_results", MAX_VERSIONS), request);
        Map<Object, List<Map<String, Object>>> byRun = versions(answer).stream()
                .collect(Collectors.groupingBy(version -> Objects.requireNonNull(version.get("run_id"))));
        return runs.stream().map(run -> byRun.getOrDefault(run, List.of())).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> versions(Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.getOrDefault("model_versions", List.of());
    }
}
