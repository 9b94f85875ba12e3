package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mallory, who has an experiment and a model of her own, tries to get at Ada's through them. */
class SecurityAttackIT {
    private static final String API = "/api/2.0/mlflow/";
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/";

    @TempDir
    static Path data;

    private static RunstreamProcess runstream;
    private static Person administrator;
    private static Person ada;
    private static Person mallory;
    private static SecuredWorld adas;
    private static SecuredWorld mallorys;

    @BeforeAll
    static void startServer() {
        runstream = RunstreamProcess.startSecured(data);
        administrator = Person.named(runstream.url(), "admin");
        ada = user("ada");
        mallory = user("mallory");
        adas = SecuredWorld.of(administrator, ada);
        mallorys = SecuredWorld.of(administrator, mallory);
    }

    @AfterAll
    static void stopServer() throws InterruptedException {
        runstream.close();
    }

    private static Person user(String name) {
        administrator.post("users/create", Map.of("username", name, "password", Person.PASSWORD));
        return Person.named(runstream.url(), name);
    }

    @Test
    void experimentThatKeepsItsArtifactsInAnothersFolderOpensItToNobody() {
        // Given
        String experiment = mallory.post(
                        "experiments/create",
                        Map.of(
                                "name",
                                "x" + UUID.randomUUID(),
                                "artifact_location",
                                "mlflow-artifacts:/" + adas.experiment()))
                .path("experiment_id")
                .asText();
        String run = mallory.post("runs/create", Map.of("experiment_id", experiment))
                .at("/run/info/run_id")
                .asText();
        String model = mallory.post("logged-models", Map.of("experiment_id", experiment))
                .at("/model/info/model_id")
                .asText();

        // Then
        forbidden(mallory.send("GET", API + "artifacts/list?run_id=" + run, null));
        forbidden(mallory.send("GET", "/get-artifact?run_id=" + run + "&path=f", null));
        forbidden(mallory.send("POST", API + "upload-artifact?run_uuid=" + run + "&path=f", "x"));
        forbidden(mallory.send("GET", API + "logged-models/" + model + "/artifacts/directories", null));
        forbidden(mallory.send("PUT", ARTIFACTS + "artifacts/" + adas.experiment() + "/" + run + "/artifacts/f", "x"));
    }

    @Test
    void versionIsMadeOfNothingThatItsMakerMayNotRead() {
        forbidden(version(Map.of("source", "runs:/" + adas.run() + "/model", "run_id", adas.run())));
        forbidden(version(Map.of("source", "models:/" + adas.loggedModel(), "model_id", adas.loggedModel())));
        forbidden(version(Map.of("source", "models:/" + adas.model() + "/1")));
        forbidden(version(Map.of("source", "models:/" + adas.model() + "@" + SecuredWorld.ALIAS)));
        forbidden(version(Map.of("source", "mlflow-artifacts:/" + adas.runFolder(), "run_id", adas.run())));
        forbidden(version(Map.of("source", "s3://bucket/model", "run_id", adas.run())));
        forbidden(version(Map.of("source", "s3://bucket/model", "model_id", adas.loggedModel())));
        // Ada's files under Mallory's own run are no legal source, whoever asks.
        assertThat(version(Map.of("source", "mlflow-artifacts:/" + adas.runFolder(), "run_id", mallorys.run()))
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> version(Map<String, String> source) {
        Map<String, String> request = new HashMap<>(source);
        request.put("name", mallorys.model());
        return mallory.send("POST", API + "model-versions/create", Person.json(request));
    }

    @Test
    void ownRunWritesNothingOntoAnothersModel() {
        Map<String, ?> metric =
                Map.of("key", "m", "value", 1, "timestamp", 1, "step", 1, "model_id", adas.loggedModel());
        Map<String, ?> models =
                Map.of("run_id", mallorys.run(), "models", List.of(Map.of("model_id", adas.loggedModel(), "step", 1)));
        Map<String, Object> single = new HashMap<>(metric);
        single.put("run_id", mallorys.run());

        forbidden(mallory.send("POST", API + "runs/log-metric", Person.json(single)));
        forbidden(mallory.send(
                "POST",
                API + "runs/log-batch",
                Person.json(Map.of("run_id", mallorys.run(), "metrics", List.of(metric)))));
        forbidden(mallory.send("POST", API + "runs/log-inputs", Person.json(models)));
        forbidden(mallory.send("POST", API + "runs/outputs", Person.json(models)));
    }

    @Test
    void idempotencyKeyOfOneCallerGetsAnotherNothing() {
        String key = "k" + UUID.randomUUID();
        String body = Person.json(Map.of("experiment_id", adas.experiment()));

        HttpResponse<String> first = ada.send("POST", API + "runs/create", body, "Idempotency-Key", key);
        HttpResponse<String> again = ada.send("POST", API + "runs/create", body, "Idempotency-Key", key);
        HttpResponse<String> stolen = mallory.send("POST", API + "runs/create", body, "Idempotency-Key", key);
        HttpResponse<String> own = mallory.send(
                "POST",
                API + "runs/create",
                Person.json(Map.of("experiment_id", mallorys.experiment())),
                "Idempotency-Key",
                key);

        assertThat(again.body()).isEqualTo(first.body());
        forbidden(stolen);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(idOfRun(own)).isNotEqualTo(idOfRun(first));
    }

    private static String idOfRun(HttpResponse<String> created) {
        return Person.json(created).at("/run/info/run_id").asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "artifacts/%s/%s/artifacts/notes.txt",
                "artifacts/%%2e/%s/%s/artifacts/notes.txt",
                "artifacts//%s/%s/artifacts/notes.txt",
                "artifacts/%s%%2f%s/artifacts/notes.txt",
                "artifacts/%s%%252f%s/artifacts/notes.txt",
                "artifacts/file:%s/%s/artifacts/notes.txt",
                "artifacts?path=%s/%s/artifacts",
                "artifacts?path=%%2e/%s/%s/artifacts",
                "artifacts?path=%s%%252f%s/artifacts",
                "presigned/%s/%s/artifacts/notes.txt"
            })
    void noSpellingOfAPathOpensAnothersFolder(String path) {
        HttpResponse<String> answer =
                mallory.send("GET", ARTIFACTS + path.formatted(adas.experiment(), adas.run()), null);

        assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain(adas.word());
    }

    @Test
    void wayFromOwnFolderIntoAnothersIsNone() {
        for (String climb : List.of("..", "%2e%2e", "%252e%252e", "..%2f..", "%5c..")) {
            String path = "artifacts/" + mallorys.experiment() + "/" + climb + "/" + adas.file();

            assertThat(mallory.send("GET", ARTIFACTS + path, null).statusCode())
                    .as(path)
                    .isIn(400, 403, 404);
            assertThat(mallory.send("PUT", ARTIFACTS + path, "x").statusCode())
                    .as(path)
                    .isIn(400, 403, 404, 405);
            assertThat(mallory.send("DELETE", ARTIFACTS + path, null).statusCode())
                    .as(path)
                    .isIn(400, 403, 404, 405);
        }
        assertThat(ada.send("GET", ARTIFACTS + "artifacts/" + adas.file(), null).body())
                .isEqualTo(adas.word());
    }

    @Test
    void nobodyGrantsThemselvesWhatIsAnothers() {
        for (Map<String, String> what : List.of(
                Map.of("resource_type", "experiment", "resource_id", adas.experiment()),
                Map.of("resource_type", "experiment", "resource_id", "*"),
                Map.of("resource_type", "registered_model", "resource_id", adas.model()))) {
            Map<String, String> grant = new HashMap<>(what);
            grant.put("username", "mallory");
            grant.put("permission", "MANAGE");

            forbidden(mallory.send("POST", "/api/3.0/mlflow/users/permissions/grant", Person.json(grant)));
        }
        forbidden(mallory.send(
                "PATCH", API + "users/update-admin", Person.json(Map.of("username", "mallory", "is_admin", true))));
    }

    @Test
    void listOfAllFoldersIsForAdministrators() {
        forbidden(mallory.send("GET", ARTIFACTS + "artifacts", null));
        forbidden(mallory.send("GET", ARTIFACTS + "artifacts?path=shared", null));
        assertThat(administrator.send("GET", ARTIFACTS + "artifacts", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void pagesOfASearchStayFullWhereMostIsOthers() {
        for (int i = 0; i < 3; i++) {
            SecuredWorld.of(administrator, ada);
        }
        JsonNode page = Person.json(mallory.send("GET", API + "registered-models/search?max_results=1", null));

        assertThat(page.path("registered_models")).hasSize(1);
        assertThat(page.path("registered_models").get(0).path("name").asText()).isEqualTo(mallorys.model());
        assertThat(page.has("next_page_token")).isFalse();
    }

    @Test
    void auditTrailSaysWhoDidWhatAndHoldsNoPasswords() {
        mallory.send("DELETE", API + "logged-models/" + mallorys.loggedModel(), "{}");

        String everything =
                administrator.send("GET", "/api/2.0/runstream/audit", null).body();
        String ofRun = administrator
                .send("GET", "/api/2.0/runstream/audit?principal=ada&entity=run:" + adas.run(), null)
                .body();

        assertThat(everything)
                .contains("\"principal\":\"mallory\",\"action\":\"logged_model_deleted\",\"entity\":\"logged-model:"
                        + mallorys.loggedModel())
                .contains("\"principal\":\"admin\",\"action\":\"user_created\",\"entity\":\"user:ada\"")
                .contains("\"principal\":\"ada\",\"action\":\"registered_model_created\"")
                .doesNotContain("hash", "describe_");
        assertThat(ofRun.lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"principal\":\"ada\"") && line.contains("run:" + adas.run()));
    }

    private static void forbidden(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.request().uri() + ": " + answer.body())
                .isEqualTo(403);
        assertThat(Person.json(answer).path("error_code").asText()).isEqualTo("PERMISSION_DENIED");
    }
}
