package io.runstream.query.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.runstream.testkit.KafkaBackend;
import io.runstream.testkit.PostgresBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MLflow's page out of an installed package, and nothing else out of it. */
@QuarkusTest
@WithTestResource(KafkaBackend.class)
@WithTestResource(PostgresBackend.class)
@WithTestResource(UiRoutesIT.InstalledMlflow.class)
class UiRoutesIT {
    private static final String SECRET = "not of the page";

    /** A package that looks like MLflow's, with a page of two files. */
    public static class InstalledMlflow implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Path mlflow = Files.createTempDirectory("mlflow");
                Path build = Files.createDirectories(mlflow.resolve("server/js/build"));
                Files.createDirectories(build.resolve("static/js"));
                Files.createDirectories(mlflow.resolve("tracking"));
                Files.writeString(mlflow.resolve("version.py"), "VERSION = '3.17.2'");
                Files.writeString(mlflow.resolve("server/handlers.py"), SECRET);
                Files.writeString(build.resolve("index.html"), "<title>MLflow</title>");
                Files.writeString(build.resolve("static/js/main.c0ffee.js"), "run()");
                return Map.of("runstream.ui.mlflow-dir", mlflow.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            // What is in the temporary folder is for the system to remove.
        }
    }

    @Test
    void thePageItselfIsAskedForAnewEachTime() {
        Response page = given().get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).isEqualTo("<title>MLflow</title>");
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(given().head("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whatItLoadsMayBeKeptForFourWeeks() {
        Response script = given().get("/static-files/static/js/main.c0ffee.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.asString()).isEqualTo("run()");
        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).contains("max-age=2419200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static-files/../../handlers.py",
                "/static-files/%2e%2e/%2e%2e/handlers.py",
                "/static-files/%252e%252e/%252e%252e/handlers.py",
                "/static-files/%25252e%25252e/%25252e%25252e/handlers.py",
                "/static-files/..%2f..%2fhandlers.py",
                "/static-files/..%252f..%252fhandlers.py",
                "/static-files/..%5c..%5chandlers.py",
                "/static-files/static/../../../handlers.py",
                "/static-files//etc/passwd",
                "/static-files/%2fetc%2fpasswd",
                "/static-files/file:%2f%2f%2fetc%2fpasswd",
                "/static-files/%23/../../../handlers.py",
                "/static-files/%00/../../../handlers.py",
                "/static-files/static/js/",
            })
    void nothingElseIsServed(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.asString()).doesNotContain(SECRET, "root:", "main.c0ffee.js");
    }
}
