package io.runstream.query.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.RegisteredModel;
import io.runstream.api.request.RequestFields;
import io.runstream.error.ApiException;
import io.runstream.kit.access.Visible;
import io.runstream.query.search.Page;
import io.runstream.query.search.ReadDatabase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models tree (three versions), Forest (one) and empty (none), and a prompt with one version. */
class RegistrySearchIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static ReadDatabase database;
    private static PgRegistryStore store;

    @BeforeAll
    static void fillTables() {
        database = new ReadDatabase();
        store = new PgRegistryStore(database.pool());
        model(1, "tree", 400, "{\"team\": \"a\"}", "{\"best\": 2, \"also\": 2}");
        model(2, "Forest", 300, "{\"team\": \"b\"}", "{}");
        model(3, "empty", 500, "{}", "{}");
        model(4, "ask", 600, "{\"mlflow.prompt.is_prompt\": \"true\"}", "{}");
        version(1, 1, 100, 4, "'r1'", "{\"q\": \"low\"}");
        version(1, 2, 400, 3, "'r2'", "{\"q\": \"high\"}");
        version(1, 3, 200, 3, "NULL", "{}");
        version(2, 1, 400, 1, "'r1'", "{\"q\": \"high\"}");
        version(4, 1, 900, 1, "''", "{\"mlflow.prompt.is_prompt\": \"true\", \"q\": \"high\"}");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void model(int registration, String name, int updated, String tags, String aliases) {
        database.run("INSERT INTO registered_model VALUES (" + registration + ", '" + name + "', '', 1, " + updated
                + ", 9, '" + tags + "', '" + aliases + "')");
    }

    private static void version(int registration, int number, int updated, int stage, String run, String tags) {
        database.run("INSERT INTO model_version VALUES (" + registration + ", " + number + ", " + number + ", "
                + updated
                + ", " + stage + ", '', 's3://b/" + number + "', 's3://b/" + number + "', " + run + ", '', '', '" + tags
                + "')");
    }

    private static RequestFields search(
            @Nullable String filter, List<String> orderBy, int maxResults, @Nullable String pageToken) {
        Map<String, Object> fields = new HashMap<>(Map.of("order_by", orderBy, "max_results", maxResults));
        fields.put("filter", filter);
        fields.put("page_token", pageToken);
        try {
            return RequestFields.ofJson(JSON.writeValueAsString(fields).getBytes(UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Page<RegisteredModel> models(RequestFields fields) {
        return store.searchModels(RegistrySearch.ofModels(fields)).await().indefinitely();
    }

    private static Page<ModelVersion> versions(RequestFields fields) {
        return store.searchVersions(RegistrySearch.ofVersions(fields)).await().indefinitely();
    }

    private static String names(Page<RegisteredModel> page) {
        return String.join(" ", page.items().stream().map(RegisteredModel::name).toList());
    }

    private static String numbers(Page<ModelVersion> page) {
        return String.join(
                " ",
                page.items().stream().map(v -> v.name() + "/" + v.version()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^                                                      | Forest empty tree",
                "name = 'tree'                                           | tree",
                "name != 'tree'                                          | Forest empty",
                "name LIKE 'f%'                                          | ^^",
                "name ILIKE 'f%'                                         | Forest",
                "name ILIKE '%e%' AND tags.team = 'a'                    | tree",
                "tags.team != 'a'                                        | Forest",
                "tag.`team` = 'b'                                        | Forest",
                "tags.none = 'x'                                         | ^^",
                "tags.`mlflow.prompt.is_prompt` = 'true'                 | ask",
                "tags.`mlflow.prompt.is_prompt` = 'false'                | Forest empty tree",
                "tags.`mlflow.prompt.is_prompt` != 'true' AND name LIKE 't%' | tree"
            })
    void filtersModels(String filter, String expected) {
        assertThat(names(models(search(filter, List.of(), 100, null)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^                                          | tree/2 Forest/1 tree/3 tree/1",
                "name = 'tree'                               | tree/2 tree/3 tree/1",
                "name IN ('Forest', 'nobody')                | Forest/1",
                "run_id = 'r1'                               | Forest/1 tree/1",
                "run_id IN ('r1', 'r2')                      | tree/2 Forest/1 tree/1",
                "run_id != 'r1'                              | tree/2",
                "source_path LIKE 's3://b/%' AND name = 'Forest' | Forest/1",
                "version_number >= 2                         | tree/2 tree/3",
                "version_number = '3'                        | tree/3",
                "tags.q = 'high'                             | tree/2 Forest/1",
                "tags.q ILIKE 'L%'                           | tree/1"
            })
    void filtersVersions(String filter, String expected) {
        List<String> byUpdate = List.of("last_updated_timestamp DESC", "name DESC");

        assertThat(numbers(versions(search(filter, byUpdate, 100, null)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name DESC                              | tree empty Forest",
                "last_updated_timestamp                 | Forest tree empty",
                "timestamp DESC, name                   | empty tree Forest"
            })
    void ordersModels(String orderBy, String expected) {
        assertThat(names(models(search(null, terms(orderBy), 100, null)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name                                   | Forest/1 tree/3 tree/2 tree/1",
                "name DESC, version_number              | tree/1 tree/2 tree/3 Forest/1",
                "creation_timestamp, name DESC          | tree/1 Forest/1 tree/2 tree/3",
                "last_updated_timestamp                 | tree/1 tree/3 Forest/1 tree/2"
            })
    void ordersVersions(String orderBy, String expected) {
        assertThat(numbers(versions(search(null, terms(orderBy), 100, null)))).isEqualTo(expected);
    }

    private static List<String> terms(String orderBy) {
        return Arrays.asList(orderBy.split(", "));
    }

    @Test
    void versionsComeByTheirLastUpdateThenNameThenNumber() {
        assertThat(numbers(versions(search(null, List.of(), 100, null)))).isEqualTo("Forest/1 tree/2 tree/3 tree/1");
    }

    @Test
    void pagesFollowEachOther() {
        Page<RegisteredModel> models = models(search(null, List.of(), 2, null));
        Page<ModelVersion> versions = versions(search(null, List.of(), 3, null));

        assertThat(names(models)).isEqualTo("Forest empty");
        assertThat(names(models(search(null, List.of(), 2, models.encodedToken()))))
                .isEqualTo("tree");
        assertThat(numbers(versions)).isEqualTo("Forest/1 tree/2 tree/3");
        Page<ModelVersion> last = versions(search(null, List.of(), 3, versions.encodedToken()));
        assertThat(numbers(last)).isEqualTo("tree/1");
        assertThat(last.encodedToken()).isNull();
    }

    @Test
    void aModelComesWithItsAliasesAndTheLatestVersionOfEachStage() {
        RegisteredModel tree = store.findModel("tree").await().indefinitely().orElseThrow();

        assertThat(tree.latestVersions())
                .extracting(ModelVersion::version, ModelVersion::currentStage)
                .containsExactly(tuple("1", "Archived"), tuple("3", "Production"));
        assertThat(tree.aliases())
                .containsExactly(new RegisteredModel.Alias("also", "2"), new RegisteredModel.Alias("best", "2"));
        assertThat(models(search("name = 'tree'", List.of(), 1, null)).items()).containsExactly(tree);
    }

    @Test
    void aVersionComesWithItsAliasesUnlessItIsOneOfMany() {
        ModelVersionId second = new ModelVersionId("tree", 2);

        assertThat(store.findVersion(second)
                        .await()
                        .indefinitely()
                        .orElseThrow()
                        .aliases())
                .containsExactly("also", "best");
        assertThat(versions(search("name = 'tree'", List.of(), 100, null)).items())
                .allMatch(version -> version.aliases().isEmpty());
        assertThat(store.findStorageLocation(second).await().indefinitely()).contains("s3://b/2");
        assertThat(store.findVersion(new ModelVersionId("tree", 9)).await().indefinitely())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "name > 'a'            | Invalid comparator for attribute: >",
                "color = 'a'           | Invalid attribute key 'color' specified.",
                "params.lr = 'a'       | Invalid entity type 'params'.",
                "version_number = 1.5  | Invalid value for numeric attribute 'version_number': 1.5"
            })
    void refusesWhatMlflowRefuses(String filter, String message) {
        assertThatThrownBy(() -> versions(search(filter, List.of(), 100, null)))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void searchFindsWhatTheCallerMayReadAndItsPagesStayFull() {
        Visible<String> some = new Visible.Only<>(Set.of("tree", "empty", "ask"));
        Visible<String> most = new Visible.AllBut<>(Set.of("Forest"));
        RegistrySearch first = RegistrySearch.ofModels(search("", List.of(), 1, null));

        Page<RegisteredModel> page =
                store.searchModels(first.within(some)).await().indefinitely();
        Page<RegisteredModel> next = store.searchModels(
                        RegistrySearch.ofModels(search("", List.of(), 1, page.encodedToken()))
                                .within(most))
                .await()
                .indefinitely();

        assertThat(names(page)).isEqualTo("empty");
        assertThat(names(next)).isEqualTo("tree");
        assertThat(next.nextToken()).isNull();
    }

    @Test
    void versionsFollowTheirModel() {
        RegistrySearch all = RegistrySearch.ofVersions(search("", List.of("name ASC"), 10, null));

        Page<ModelVersion> page = store.searchVersions(all.within(new Visible.Only<>(Set.of("Forest"))))
                .await()
                .indefinitely();

        assertThat(numbers(page)).isEqualTo("Forest/1");
        assertThat(store.searchVersions(all.within(new Visible.Only<>(Set.of())))
                        .await()
                        .indefinitely()
                        .items())
                .isEmpty();
    }
}
