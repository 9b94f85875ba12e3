package io.runstream.query.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.api.KeyValue;
import io.runstream.api.run.Metric;
import io.runstream.api.run.Run;
import io.runstream.id.ExperimentId;
import io.runstream.query.search.Page;
import io.runstream.query.search.PageToken;
import io.runstream.query.search.ReadDatabase;
import io.runstream.query.search.Searches;
import io.runstream.query.search.ViewType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Searches of random runs give what a plain model of MLflow's search gives, page by page. */
class RunSearchPropertyIT {
    private static final ReadDatabase DATABASE = new ReadDatabase();
    private static final RunTables TABLES = new RunTables(DATABASE);
    private static final Searches SEARCHES = new Searches(DATABASE.pool(), Duration.ofSeconds(30));

    @AfterContainer
    static void closeDatabase() {
        DATABASE.close();
    }

    record Query(
            List<Long> experiments,
            ViewType view,
            List<ModelFilter> filters,
            RandomOrders.ModelOrder order,
            int pageSize,
            SearchBounds bounds) {
        String filter() {
            return filters.stream().map(ModelFilter::text).collect(Collectors.joining(" AND "));
        }
    }

    @Provide
    Arbitrary<List<ModelExperiment>> experiments() {
        return RandomRuns.experiments();
    }

    @Provide
    Arbitrary<List<ModelRun>> runs() {
        return RandomRuns.runs();
    }

    @Provide
    Arbitrary<List<Query>> queries() {
        return Combinators.combine(
                        Arbitraries.of(0L, 1L, 2L, 77L).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(ViewType.class),
                        RandomFilters.filters(),
                        RandomOrders.orders(),
                        Arbitraries.integers().between(1, 6),
                        bounds())
                .as(Query::new)
                .list()
                .ofSize(12);
    }

    /** With so few runs only small bounds make it walk. */
    private static Arbitrary<SearchBounds> bounds() {
        Arbitrary<Integer> bound = Arbitraries.of(0, 2, 1_000);
        return Combinators.combine(bound, bound).as(SearchBounds::of);
    }

    @Property(tries = 60)
    void searchesGiveWhatTheModelGives(
            @ForAll("experiments") List<ModelExperiment> experiments,
            @ForAll("runs") List<ModelRun> runs,
            @ForAll("queries") List<Query> queries) {
        // Given
        TABLES.replaceAll(experiments, runs);
        for (Query query : queries) {
            // When
            List<Run> found = allPages(query);
            // Then
            assertThat(found)
                    .as(query.toString())
                    .extracting(run -> run.info().runId())
                    .containsExactlyElementsOf(expected(experiments, runs, query));
            found.forEach(run -> assertHasWhatItLogged(run, runs));
        }
    }

    private static List<String> expected(List<ModelExperiment> experiments, List<ModelRun> runs, Query query) {
        return runs.stream()
                .filter(run -> query.experiments().contains(run.experiment()))
                .filter(run -> isInView(
                        query.view(), experiments.get((int) run.experiment()).isDeleted(run)))
                .filter(run -> query.filters().stream()
                        .allMatch(filter -> filter.meaning().test(run)))
                .sorted(query.order().comparator())
                .map(ModelRun::hexId)
                .toList();
    }

    private static boolean isInView(ViewType view, boolean deleted) {
        return switch (view) {
            case ACTIVE_ONLY -> !deleted;
            case DELETED_ONLY -> deleted;
            case ALL -> true;
        };
    }

    private static List<Run> allPages(Query query) {
        PgRunStore store = new PgRunStore(DATABASE.pool(), SEARCHES, query.bounds());
        List<Run> found = new ArrayList<>();
        PageToken token = null;
        do {
            Page<Run> page = store.search(new SearchRunsRequest(
                            query.experiments().stream().map(ExperimentId::new).toList(),
                            query.view(),
                            RunFilter.parse(query.filter()),
                            RunOrder.parse(query.order().texts()),
                            query.pageSize(),
                            token))
                    .await()
                    .indefinitely();
            found.addAll(page.items());
            token = PageToken.decode(page.encodedToken());
        } while (token != null);
        return found;
    }

    private static void assertHasWhatItLogged(Run run, List<ModelRun> runs) {
        ModelRun model = runs.stream()
                .filter(candidate -> candidate.hexId().equals(run.info().runId()))
                .findAny()
                .orElseThrow();
        assertThat(map(run.data().params())).isEqualTo(model.params());
        assertThat(map(run.data().tags())).isEqualTo(model.tags());
        assertThat(run.data().metrics().stream().collect(Collectors.toMap(Metric::key, Metric::value)))
                .isEqualTo(model.metrics());
        assertThat(run.inputs().datasetInputs())
                .extracting(input -> input.dataset().name() + input.dataset().digest())
                .containsExactlyElementsOf(model.inputs().stream()
                        .map(input -> input.name() + input.digest())
                        .toList());
    }

    private static Map<String, String> map(List<KeyValue> pairs) {
        return pairs.stream().collect(Collectors.toMap(KeyValue::key, KeyValue::value));
    }
}
