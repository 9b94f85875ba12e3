package io.runstream.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.embedded.LoopbackPort;
import io.runstream.testkit.TestDatabase;
import io.runstream.testkit.TestS3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a service says when it can't start: a sentence that names the setting, and exit code 1. */
class StartRefusalIT {
    private static final Path HOME = Path.of(System.getProperty("runstream.home", ".."));
    private static final String NOBODY = "127.0.0.1:" + LoopbackPort.free();

    @Test
    void queryServiceNamesThePostgresThatIsNotThere() throws Exception {
        assertThat(refusalOf(
                        "query-service",
                        Map.of(
                                "quarkus.datasource.jdbc.url", "jdbc:postgresql://" + NOBODY + "/runstream",
                                "quarkus.datasource.reactive.url", "postgresql://" + NOBODY + "/runstream",
                                "quarkus.datasource.jdbc.acquisition-timeout", "2s")))
                .contains("Postgres at jdbc:postgresql://" + NOBODY
                        + "/runstream (quarkus.datasource.jdbc.url) can't be used: Connection to " + NOBODY
                        + " refused.");
    }

    @Test
    void queryServiceNamesTheUserAndThePasswordThatPostgresRefuses() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Map<String, String> settings = new HashMap<>(database.toQuarkus());
        settings.put("quarkus.datasource.password", "wrong");
        assertThat(refusalOf("query-service", settings))
                .contains(
                        "refuses the user or the password (quarkus.datasource.username, quarkus.datasource.password):")
                .doesNotContain(database.password());
    }

    @Test
    void queryServiceNamesTheKafkaThatIsNotThere() throws Exception {
        assertThat(refusalOf("query-service", withoutKafka(TestDatabase.fresh().toQuarkus())))
                .contains("No Kafka broker answers at " + NOBODY + " (kafka.bootstrap.servers).");
    }

    @Test
    void ingestServiceNamesTheKafkaThatIsNotThere() throws Exception {
        assertThat(refusalOf("ingest-service", withoutKafka(Map.of())))
                .contains("No Kafka broker answers at " + NOBODY + " (kafka.bootstrap.servers).");
    }

    @Test
    void artifactServiceNamesTheKeyThatTheStoreRefuses() throws Exception {
        TestS3 store = TestS3.shared();
        assertThat(refusalOf(
                        "artifact-service",
                        Map.of(
                                "runstream.artifact.store.endpoint",
                                        store.endpoint().toString(),
                                "runstream.artifact.store.access-key", store.accessKey(),
                                "runstream.artifact.store.secret-key", "wrong")))
                .contains("refuses the secret key (runstream.artifact.store.secret-key).");
    }

    @Test
    void noServiceListensForOthersWithoutAuthentication() throws Exception {
        assertThat(refusalOf("artifact-service", Map.of("quarkus.http.host", "0.0.0.0")))
                .contains("Authentication is off (runstream.auth.enabled), and the server would listen on 0.0.0.0");
    }

    private static Map<String, String> withoutKafka(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.put("kafka.bootstrap.servers", NOBODY);
        settings.put("runstream.log.start-timeout", "2s");
        return settings;
    }

    /** Runs it to its end, which must be one; all that it said. */
    private static String refusalOf(String service, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path app = HOME.resolve(service);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + app.resolve("src/main/jib/deployments/jvm.options"),
                "-jar",
                app.resolve("target/quarkus-app/quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.forEach((property, value) -> builder.environment().put(variable(property), value));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).doesNotContain("\tat ").doesNotContain("Exception");
        return said;
    }

    private static String variable(String property) {
        return property.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
