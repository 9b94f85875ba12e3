package io.runstream.bench.growth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.bench.http.Requests;
import io.runstream.bench.http.TrackingClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What is read at each step. Searches are of the large experiment, half of all runs, unless their title says otherwise. */
final class Questions {
    private static final int PAGE = 100;
    private static final int RUNS = 500;
    private static final int TENTH = 10;

    private final TrackingClient client;
    private final Experiments experiments;
    private final long runs;

    /** @param runs there are, by their numbers */
    Questions(TrackingClient client, Experiments experiments, long runs) {
        this.client = client;
        this.experiments = experiments;
        this.runs = runs;
    }

    List<Question> all() {
        List<Question> all = new ArrayList<>();
        all.add(new Question("get run", ofSomeRuns("runs/get?run_id=%s")));
        all.add(new Question("history of a metric", ofSomeRuns("metrics/get-history?run_id=%s&metric_key=m0")));
        all.add(experimentsPage());
        all.add(search("first page, as the web page asks", firstPage(experiments.large())));
        all.add(search("the same in an experiment of at most 1,000 runs", firstPage(experiments.middling())));
        all.add(search("tenth page", tenthPage()));
        all.add(search("oldest first", order(page(), "attributes.start_time ASC")));
        all.add(search("deleted only: none", page().put("run_view_type", "DELETED_ONLY")));
        filters().forEach((title, filter) -> all.add(search(title, page().put("filter", filter))));
        all.add(ordered("metrics.m0 DESC"));
        all.add(ordered("params.p2 ASC"));
        all.add(ordered("attributes.end_time DESC"));
        all.add(search(
                "metrics.m0 > 0.9, ordered by metrics.m1",
                order(page().put("filter", "metrics.m0 > 0.9"), "metrics.m1 DESC")));
        return all;
    }

    /** By title, which is the same with any number of runs. */
    private Map<String, String> filters() {
        long one = runs / 4 * 2;
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("metrics.m0 > 0.5: half", "metrics.m0 > 0.5");
        filters.put("metrics.m0 > 0.999: one in 1,000", "metrics.m0 > 0.999");
        filters.put("metrics.m0 > 2: none", "metrics.m0 > 2");
        filters.put("params.p0 = …: one in 10", "params.p0 = 'v1'");
        filters.put("params.p1 = …: one in 1,000", "params.p1 = 'v123'");
        filters.put("params.p2 = …: one", "params.p2 = 'v" + one + "'");
        filters.put("params.p1 = …: none", "params.p1 = 'absent'");
        filters.put("params.p2 LIKE '%0': many", "params.p2 LIKE '%0'");
        filters.put("tags.team = …: one in 5", "tags.team = 'team2'");
        filters.put("tags.candidate = …: one in 2,500", "tags.candidate = 'yes'");
        filters.put("attributes.status = 'FAILED': one in 20", "attributes.status = 'FAILED'");
        filters.put("attributes.run_name ILIKE …: few", "attributes.run_name ILIKE '%run-" + one + "%'");
        filters.put("attributes.run_id IN …: one", "attributes.run_id IN ('" + new SyntheticRun(one).id() + "')");
        return filters;
    }

    private List<byte[]> ofSomeRuns(String path) {
        return new SplittableRandom(runs)
                .longs(RUNS, 0, runs)
                .mapToObj(number -> Requests.get(path.formatted(new SyntheticRun(number).id())))
                .toList();
    }

    private Question experimentsPage() {
        String body = TrackingClient.object().put("max_results", PAGE).toString();
        return new Question("experiments, first page", List.of(Requests.post("experiments/search", body)));
    }

    private ObjectNode firstPage(long experiment) {
        return order(page(experiment), "attributes.start_time DESC");
    }

    private ObjectNode tenthPage() {
        ObjectNode request = firstPage(experiments.large());
        for (int page = 1; page < TENTH; page++) {
            JsonNode token = client.post("runs/search", request).path("next_page_token");
            if (token.isTextual()) {
                request.put("page_token", token.asText());
            }
        }
        return request;
    }

    private Question ordered(String by) {
        return search("ordered by " + by, order(page(), by));
    }

    private ObjectNode page() {
        return page(experiments.large());
    }

    private static ObjectNode page(long experiment) {
        ObjectNode request = TrackingClient.object().put("max_results", PAGE).put("run_view_type", "ACTIVE_ONLY");
        request.putArray("experiment_ids").add(Long.toString(experiment));
        return request;
    }

    private static ObjectNode order(ObjectNode request, String by) {
        request.putArray("order_by").add(by);
        return request;
    }

    private static Question search(String title, ObjectNode request) {
        return new Question(title, List.of(Requests.post("runs/search", request.toString())));
    }
}
