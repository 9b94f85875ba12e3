package io.runstream.query.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.api.model.LoggedModel;
import io.runstream.api.model.LoggedModelMetric;
import io.runstream.api.request.RequestFields;
import io.runstream.error.ApiException;
import io.runstream.id.LoggedModelId;
import io.runstream.query.search.Page;
import io.runstream.query.search.ReadDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Four models in two experiments: tree, forest and gone (which was deleted) in 1, net in 2; the later created first. */
class LoggedModelSearchIT {
    private static final String RUN = "0123456789abcdef0123456789abcdef";
    private static ReadDatabase database;
    private static PgLoggedModelStore store;

    @BeforeAll
    static void fillTables() {
        database = new ReadDatabase();
        store = new PgLoggedModelStore(database.pool());
        model(1, 1, "tree", 2, false, "{\"lr\": \"0.1\"}", "{\"team\": \"a\"}");
        model(2, 1, "forest", 1, false, "{\"lr\": \"0.2\"}", "{}");
        model(3, 2, "net", 2, false, "{}", "{\"team\": \"b\"}");
        model(4, 1, "gone", 2, true, "{}", "{}");
        point(1, "acc", 10, 0, "0.9", "train");
        point(1, "acc", 20, 1, "0.5", "test");
        point(2, "acc", 10, 0, "0.7", "train");
        point(3, "acc", 10, 0, "'NaN'", "");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void model(
            int number, int experiment, String name, int status, boolean deleted, String params, String tags) {
        database.run("INSERT INTO logged_model VALUES ('" + id(number) + "', " + experiment + ", '" + name
                + "', 'sklearn', '', 'mlflow-artifacts:/x', " + status + ", " + deleted + ", " + number * 100 + ", "
                + number * 100 + ", '" + params + "', '" + tags + "')");
    }

    private static void point(int model, String key, long timestamp, long step, String value, String dataset) {
        database.run("INSERT INTO logged_model_metric VALUES ('" + id(model) + "', '" + key + "', " + timestamp + ", "
                + step + ", '" + RUN + "', " + value + ", '" + dataset + "', '" + (dataset.isEmpty() ? "" : "d1")
                + "')");
    }

    private static String id(int number) {
        return "m-" + "0".repeat(31) + number;
    }

    private static List<String> search(String fields) {
        return names(page(fields));
    }

    private static Page<LoggedModel> page(String fields) {
        String body = "{\"experiment_ids\": [\"1\", \"2\"]" + (fields.isEmpty() ? "" : ", " + fields) + "}";
        return store.search(SearchLoggedModelsRequest.from(RequestFields.ofJson(body.getBytes(StandardCharsets.UTF_8))))
                .await()
                .indefinitely();
    }

    private static List<String> names(Page<LoggedModel> page) {
        return page.items().stream().map(model -> model.info().name()).toList();
    }

    private static String filter(String filter) {
        return "\"filter\": \"" + filter + "\"";
    }

    @Test
    void theLatestCreatedComeFirstAndDeletedOnesNever() {
        assertThat(search("")).containsExactly("net", "forest", "tree");
    }

    @Test
    void aModelComesWithEveryPointThatWasMeasuredOfIt() {
        LoggedModel tree = store.find(new LoggedModelId(new UUID(0, 1)), false)
                .await()
                .indefinitely()
                .orElseThrow();

        assertThat(tree.data().metrics())
                .containsExactly(
                        new LoggedModelMetric("acc", 0.9, 10, 0, "train", "d1", id(1), RUN),
                        new LoggedModelMetric("acc", 0.5, 20, 1, "test", "d1", id(1), RUN));
    }

    @Test
    void aDeletedModelIsFoundOnlyByWhoAllowsIt() {
        LoggedModelId gone = new LoggedModelId(new UUID(0, 4));

        assertThat(store.find(gone, false).await().indefinitely()).isEmpty();
        assertThat(store.find(gone, true).await().indefinitely()).isPresent();
    }

    @Test
    void filtersByAttributesParamsAndTags() {
        assertThat(search(filter("status = 'READY' AND name != 'net'"))).containsExactly("tree");
        assertThat(search(filter("params.lr IN ('0.2', '5')"))).containsExactly("forest");
        assertThat(search(filter("tags.team != 'a'"))).containsExactly("net");
        assertThat(search(filter("name ILIKE 'T%'"))).containsExactly("tree");
        assertThat(search(filter("creation_timestamp >= 200"))).containsExactly("net", "forest");
        assertThat(search(filter("model_id = '" + id(2) + "'"))).containsExactly("forest");
    }

    @Test
    void aMetricIsMetByAnyPointAndNotOnlyTheLatest() {
        assertThat(search(filter("metrics.acc > 0.6"))).containsExactly("forest", "tree");
        assertThat(search(filter("metrics.acc > 0.8"))).containsExactly("tree");
    }

    @Test
    void datasetsNarrowWhichPointsCount() {
        String test = "\"datasets\": [{\"dataset_name\": \"test\", \"dataset_digest\": \"d1\"}]";

        assertThat(search(test)).containsExactly("tree");
        assertThat(search(test + ", " + filter("metrics.acc > 0.6"))).isEmpty();
        assertThat(search("\"datasets\": [{\"dataset_name\": \"train\"}]")).containsExactly("forest", "tree");
    }

    @Test
    void ordersByTheLatestPointWithNanAndMissingLast() {
        String byAcc = "\"order_by\": [{\"field_name\": \"metrics.acc\", \"ascending\": false%s}]";

        assertThat(search(byAcc.formatted(""))).containsExactly("forest", "tree", "net");
        assertThat(search(byAcc.formatted(", \"dataset_name\": \"train\", \"dataset_digest\": \"d1\"")))
                .containsExactly("tree", "forest", "net");
        assertThat(search("\"order_by\": [{\"field_name\": \"metrics.none\"}, {\"field_name\": \"name\"}]"))
                .containsExactly("forest", "net", "tree");
    }

    @Test
    void aStatusIsOrderedByWhereItStandsInAModelsLife() {
        assertThat(search("\"order_by\": [{\"field_name\": \"status\"}]")).containsExactly("forest", "net", "tree");
    }

    @Test
    void pagesFollowEachOtherAndATokenBelongsToItsSearch() {
        String two = "\"max_results\": 2";
        Page<LoggedModel> first = page(two);
        String token = ", \"page_token\": \"" + first.encodedToken() + "\"";

        assertThat(names(first)).containsExactly("net", "forest");
        assertThat(search(two + token)).containsExactly("tree");
        assertThatThrownBy(() -> search(two + token + ", " + filter("name = 'net'")))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void refusesWhatMlflowRefuses() {
        assertThatThrownBy(() -> search("\"order_by\": [{\"field_name\": \"params.lr\"}]"))
                .hasMessage("Invalid order by field name: params.lr. Only metrics are supported.");
        assertThatThrownBy(() -> search("\"datasets\": [{}]"))
                .hasMessage("`dataset_name` in the `datasets` clause must be specified.");
    }
}
