package io.runstream.standalone;

import static io.runstream.standalone.SecuredRequest.get;
import static io.runstream.standalone.SecuredRequest.json;

import io.runstream.routes.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** For each route a request that its world's owner may send. A route that is not here has no test, and fails the suite. */
final class SecuredRequests {
    private static final String API = "/api/2.0/mlflow/";
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/";
    private static final String NEW = "x" + UUID.randomUUID();

    private final Map<String, Function<SecuredWorld, SecuredRequest>> byRoute = new HashMap<>();

    SecuredRequests() {
        addServer();
        addUsers();
        addPermissions();
        addExperiments();
        addRuns();
        addMetrics();
        addLoggedModels();
        addRegisteredModels();
        addModelVersions();
        addArtifacts();
        addArtifactsOfRunsAndModels();
    }

    boolean has(Route route) {
        return byRoute.containsKey(key(route));
    }

    SecuredRequest of(Route route, SecuredWorld world) {
        Function<SecuredWorld, SecuredRequest> request = byRoute.get(key(route));
        if (request == null) {
            throw new AssertionError(
                    "SecuredRequests has no request for " + key(route) + ": add one that its world's owner may send");
        }
        return request.apply(world);
    }

    private static String key(Route route) {
        return route.method() + " " + route.path();
    }

    private void add(String method, String path, Function<SecuredWorld, SecuredRequest> request) {
        byRoute.put(method + " " + path, request);
    }

    private void addQuery(String path, Function<SecuredWorld, Map<String, String>> query) {
        add("GET", path, world -> get(path, query.apply(world)));
    }

    private void addJson(String method, String path, Function<SecuredWorld, Map<String, ?>> body) {
        add(method, path, world -> json(path, body.apply(world)));
    }

    private void addServer() {
        addQuery("/version", world -> Map.of());
        addQuery("/api/3.0/mlflow/ui-telemetry", world -> Map.of());
        addJson("POST", "/api/3.0/mlflow/ui-telemetry", world -> Map.of());
        addQuery("/api/2.0/runstream/audit", world -> Map.of("entity", "run:" + world.run()));
        addQuery("/graphql", world -> Map.of("query", nameOfRun(world)));
        addJson("POST", "/graphql", world -> Map.of("query", nameOfRun(world)));
    }

    private void addUsers() {
        String at = API + "users/";
        addJson(
                "POST",
                at + "create",
                world -> Map.of("username", NEW + UUID.randomUUID(), "password", Person.PASSWORD));
        addQuery(at + "get", world -> Map.of("username", world.guest()));
        addQuery(at + "list", world -> Map.of());
        addQuery(at + "current", world -> Map.of());
        addJson(
                "PATCH",
                at + "update-password",
                world -> Map.of("username", world.guest(), "password", NEW, "current_password", Person.PASSWORD));
        addJson("PATCH", at + "update-admin", world -> Map.of("username", world.guest(), "is_admin", true));
        addJson("DELETE", at + "delete", world -> Map.of("username", world.guest()));
    }

    private void addPermissions() {
        String at = "/api/3.0/mlflow/users/";
        addQuery(at + "current/permissions", world -> Map.of());
        addQuery(at + "permissions/list", world -> Map.of("username", world.guest()));
        addQuery(at + "permissions/get", SecuredRequests::readOfGuest);
        addJson("POST", at + "permissions/revoke", SecuredRequests::readOfGuest);
        addJson(
                "POST",
                at + "permissions/grant",
                world -> Map.of(
                        "username",
                        world.guest(),
                        "resource_type",
                        "experiment",
                        "resource_id",
                        world.experiment(),
                        "permission",
                        "READ"));
    }

    private static Map<String, String> readOfGuest(SecuredWorld world) {
        return Map.of("username", world.guest(), "resource_type", "registered_model", "resource_id", world.model());
    }

    private static String nameOfRun(SecuredWorld world) {
        return "query { mlflowGetRun(input: {runId: \"" + world.run() + "\"}) { run { info { runName } } } }";
    }

    private void addExperiments() {
        String at = API + "experiments/";
        addJson("POST", at + "create", world -> Map.of("name", NEW + UUID.randomUUID()));
        addQuery(at + "get", world -> Map.of("experiment_id", world.experiment()));
        addQuery(at + "get-by-name", world -> Map.of("experiment_name", world.word()));
        addQuery(at + "search", world -> Map.of("max_results", "1000"));
        addJson("POST", at + "search", world -> Map.of("max_results", 1000));
        addJson("POST", at + "search-datasets", world -> Map.of("experiment_ids", List.of(world.experiment())));
        addJson(
                "POST",
                at + "update",
                world -> Map.of("experiment_id", world.experiment(), "new_name", NEW + world.word()));
        addJson("POST", at + "delete", world -> Map.of("experiment_id", world.experiment()));
        addJson("POST", at + "restore", world -> Map.of("experiment_id", world.deletedExperiment()));
        addJson(
                "POST",
                at + "set-experiment-tag",
                world -> Map.of("experiment_id", world.experiment(), "key", "k", "value", "v"));
        addJson(
                "POST",
                at + "delete-experiment-tag",
                world -> Map.of("experiment_id", world.experiment(), "key", SecuredWorld.TAG));
    }

    private void addRuns() {
        String at = API + "runs/";
        addJson("POST", at + "create", world -> Map.of("experiment_id", world.experiment()));
        addQuery(at + "get", world -> Map.of("run_id", world.run()));
        addJson("POST", at + "search", world -> Map.of("experiment_ids", List.of(world.experiment())));
        addJson("POST", at + "update", world -> Map.of("run_id", world.run(), "status", "FINISHED"));
        addJson("POST", at + "delete", world -> Map.of("run_id", world.run()));
        addJson("POST", at + "restore", world -> Map.of("run_id", world.run()));
        addJson(
                "POST",
                at + "log-metric",
                world -> Map.of("run_id", world.run(), "key", "m", "value", 1, "timestamp", 1, "step", 1));
        addJson("POST", at + "log-parameter", world -> Map.of("run_id", world.run(), "key", "p", "value", "1"));
        addJson(
                "POST",
                at + "log-batch",
                world -> Map.of("run_id", world.run(), "tags", List.of(Map.of("key", "k", "value", "v"))));
        addJson("POST", at + "set-tag", world -> Map.of("run_id", world.run(), "key", "k", "value", "v"));
        addJson("POST", at + "delete-tag", world -> Map.of("run_id", world.run(), "key", SecuredWorld.TAG));
        addJson(
                "POST",
                at + "log-inputs",
                world -> Map.of("run_id", world.run(), "models", List.of(Map.of("model_id", world.loggedModel()))));
        addJson(
                "POST",
                at + "outputs",
                world -> Map.of(
                        "run_id", world.run(), "models", List.of(Map.of("model_id", world.loggedModel(), "step", 1))));
        addJson("POST", at + "log-model", world -> Map.of("run_id", world.run(), "model_json", modelJson(world)));
    }

    private static String modelJson(SecuredWorld world) {
        return Person.json(Map.of(
                "run_id", world.run(), "artifact_path", "m", "utc_time_created", "2026-01-01", "flavors", Map.of()));
    }

    private void addMetrics() {
        String at = API + "metrics/";
        addQuery(at + "get-history", world -> Map.of("run_id", world.run(), "metric_key", SecuredWorld.METRIC));
        addQuery(at + "get-history-bulk", world -> Map.of("run_id", world.run(), "metric_key", SecuredWorld.METRIC));
        addQuery(
                at + "get-history-bulk-interval",
                world -> Map.of("run_ids", world.run(), "metric_key", SecuredWorld.METRIC));
    }

    private void addLoggedModels() {
        String at = API + "logged-models";
        String one = at + "/{id}";
        addJson("POST", at, world -> Map.of("experiment_id", world.experiment(), "name", "m"));
        addJson("POST", at + "/search", world -> Map.of("experiment_ids", List.of(world.experiment())));
        add("GET", one, world -> get(at + "/" + world.loggedModel(), Map.of()));
        add("PATCH", one, world -> json(at + "/" + world.loggedModel(), Map.of("status", "LOGGED_MODEL_READY")));
        add("DELETE", one, world -> json(at + "/" + world.loggedModel(), Map.of()));
        add(
                "POST",
                one + "/params",
                world -> json(
                        at + "/" + world.loggedModel() + "/params",
                        Map.of("params", List.of(Map.of("key", "k", "value", "v")))));
        add(
                "PATCH",
                one + "/tags",
                world -> json(
                        at + "/" + world.loggedModel() + "/tags",
                        Map.of("tags", List.of(Map.of("key", "k", "value", "v")))));
        add(
                "DELETE",
                one + "/tags/{key}",
                world -> json(at + "/" + world.loggedModel() + "/tags/" + SecuredWorld.TAG, Map.of()));
    }

    private void addRegisteredModels() {
        String at = API + "registered-models/";
        addJson("POST", at + "create", world -> Map.of("name", NEW + UUID.randomUUID()));
        addQuery(at + "get", world -> Map.of("name", world.model()));
        addQuery(at + "search", world -> Map.of("max_results", "1000"));
        addJson("POST", at + "search", world -> Map.of("max_results", 1000));
        addQuery(at + "get-latest-versions", world -> Map.of("name", world.model()));
        addJson("POST", at + "get-latest-versions", world -> Map.of("name", world.model()));
        addJson("POST", at + "rename", world -> Map.of("name", world.model(), "new_name", NEW + world.word()));
        addJson("PATCH", at + "update", world -> Map.of("name", world.model(), "description", "d"));
        addJson("DELETE", at + "delete", world -> Map.of("name", world.model()));
        addJson("POST", at + "set-tag", world -> Map.of("name", world.model(), "key", "k", "value", "v"));
        addJson("DELETE", at + "delete-tag", world -> Map.of("name", world.model(), "key", SecuredWorld.TAG));
        addQuery(at + "alias", world -> Map.of("name", world.model(), "alias", SecuredWorld.ALIAS));
        addJson("POST", at + "alias", world -> Map.of("name", world.model(), "alias", "a", "version", world.version()));
        addJson("DELETE", at + "alias", world -> Map.of("name", world.model(), "alias", SecuredWorld.ALIAS));
    }

    private void addModelVersions() {
        String at = API + "model-versions/";
        addJson("POST", at + "create", world -> Map.of("name", world.model(), "source", "s3://bucket/model"));
        addQuery(at + "get", SecuredRequests::version);
        addQuery(at + "get-download-uri", SecuredRequests::version);
        addQuery(at + "search", world -> Map.of("filter", "name = '" + world.model() + "'"));
        addJson("POST", at + "search", world -> Map.of("filter", "name = '" + world.model() + "'"));
        addJson("PATCH", at + "update", world -> with(version(world), "description", "d"));
        addJson("POST", at + "transition-stage", world -> with(version(world), "stage", "Staging"));
        addJson("DELETE", at + "delete", SecuredRequests::version);
        addJson("POST", at + "set-tag", world -> with(with(version(world), "key", "k"), "value", "v"));
        addJson("DELETE", at + "delete-tag", world -> with(version(world), "key", SecuredWorld.TAG));
    }

    private static Map<String, String> version(SecuredWorld world) {
        return Map.of("name", world.model(), "version", world.version());
    }

    private static Map<String, String> with(Map<String, String> some, String key, String value) {
        Map<String, String> more = new HashMap<>(some);
        more.put(key, value);
        return more;
    }

    private void addArtifacts() {
        String at = ARTIFACTS + "artifacts";
        String one = at + "/{path:.+}";
        addQuery(at, world -> Map.of("path", world.runFolder()));
        add("GET", one, world -> get(at + "/" + world.file(), Map.of()));
        add("HEAD", one, world -> get(at + "/" + world.file(), Map.of()));
        add(
                "PUT",
                one,
                world ->
                        get(at + "/" + world.runFolder() + "/new.txt", Map.of()).withBody("new"));
        add("DELETE", one, world -> get(at + "/" + world.file(), Map.of()));
        // Nobody can go to standalone's own store: who may, hears so.
        add(
                "GET",
                ARTIFACTS + "presigned/{path:.+}",
                world -> get(ARTIFACTS + "presigned/" + world.file(), Map.of()).answered(501));
        addPart("create", Map.of("path", "big.bin", "num_parts", 1));
        addPart("complete", Map.of("path", "big.bin", "upload_id", "u", "parts", List.of(part())));
        addPart("abort", Map.of("path", "big.bin", "upload_id", "u"));
    }

    private static Map<String, ?> part() {
        return Map.of("part_number", 1, "etag", "e");
    }

    private void addPart(String step, Map<String, ?> body) {
        String at = ARTIFACTS + "mpu/" + step + "/";
        add(
                "POST",
                at + "{folder:.+}",
                world -> json(at + world.runFolder(), body).answered(501));
    }

    private void addArtifactsOfRunsAndModels() {
        addQuery("/get-artifact", world -> Map.of("run_id", world.run(), "path", SecuredWorld.FILE));
        addQuery("/model-versions/get-artifact", world -> with(version(world), "path", SecuredWorld.FILE));
        addQuery(API + "artifacts/list", world -> Map.of("run_id", world.run()));
        add(
                "POST",
                API + "upload-artifact",
                world -> get(API + "upload-artifact", Map.of("run_uuid", world.run(), "path", "small.txt"))
                        .withBody("small"));
        String model = API + "logged-models/";
        add(
                "GET",
                model + "{id}/artifacts/directories",
                world -> get(model + world.loggedModel() + "/artifacts/directories", Map.of()));
        add(
                "GET",
                model + "{id}/artifacts/files",
                world -> get(
                        model + world.loggedModel() + "/artifacts/files",
                        Map.of("artifact_file_path", SecuredWorld.FILE)));
        for (String what : List.of("presigned-upload-url", "presigned-download-url")) {
            add(
                    "POST",
                    API + "artifacts/" + what,
                    world -> json(API + "artifacts/" + what, Map.of("run_id", world.run(), "path", SecuredWorld.FILE))
                            .answered(400));
        }
    }
}
