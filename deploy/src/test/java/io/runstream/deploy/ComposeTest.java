package io.runstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be known of docker-compose.yml without an engine. */
class ComposeTest {
    private static final String OURS = "runstream/";

    private static Map<String, Map<String, Object>> services = Map.of();

    @BeforeAll
    static void read() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(Path.of("../docker-compose.yml")));
        services = Objects.requireNonNull(file.get("services"));
    }

    @Test
    void everyVariableIsASettingOfItsService() {
        ours().forEach((name, service) -> {
            Variables known = Variables.of(imageOf(service).substring(OURS.length()));
            assertThat(environmentOf(service).keySet()).as(name).allMatch(known::include);
        });
    }

    @Test
    void allImagesOfTheBuildAreRunAndNoOthersOfThatName() throws IOException {
        assertThat(ours().values().stream().map(ComposeTest::imageOf))
                .containsExactlyInAnyOrderElementsOf(Images.built());
    }

    @Test
    void everyForeignImageHasAVersion() {
        services.forEach((name, service) -> {
            String image = String.valueOf(service.get("image"));
            assertThat(image).as(name).matches(".*:[^:]*\\d.*").doesNotContain(":latest");
        });
    }

    @Test
    void whateverHasAHealthCheckIsHealthyBeforeAnybodyNeedsIt() {
        services.forEach((name, service) -> {
            if (service.get("depends_on") instanceof Map<?, ?> needs) {
                needs.forEach((needed, condition) -> {
                    assertThat(services).as(name + " needs").containsKey(String.valueOf(needed));
                    assertThat(condition)
                            .as(name + " needs " + needed)
                            .isEqualTo(Map.of("condition", "service_healthy"));
                    assertThat(services.get(String.valueOf(needed))).containsKey("healthcheck");
                });
            }
        });
        ours().forEach((name, service) -> assertThat(service).as(name).containsKeys("depends_on", "healthcheck"));
    }

    @Test
    void aServiceIsHealthyWhenItSaysThatItIsReadyOnThePortWhereItSaysSo() {
        ours().forEach((name, service) -> {
            String check = String.valueOf(((Map<?, ?>) Objects.requireNonNull(service.get("healthcheck"))).get("test"));
            String port = imageOf(service).equals("runstream/gateway") ? "9000" : "8080";
            assertThat(check)
                    .as(name)
                    .contains("/dev/tcp/127.0.0.1/" + port + ";")
                    .contains("GET /q/health/ready ");
        });
    }

    @Test
    void servicesFindEachOtherByTheirNames() {
        Map<String, Object> gateway = environmentOf("gateway");
        for (String service : List.of("ingest", "query", "artifact")) {
            assertThat(gateway)
                    .containsEntry(
                            "RUNSTREAM_GATEWAY_" + service.toUpperCase(Locale.ROOT), "http://" + service + ":8080");
        }
        assertThat(environmentOf("artifact")).containsEntry("RUNSTREAM_TRACKING_URL", "http://query:8080");
        assertThat(Arrays.asList(String.valueOf(environmentOf("query").get("RUNSTREAM_HTTP_ALLOWED_HOSTS"))
                        .split(",")))
                .contains("query", "private");
    }

    @Test
    void onlyThisMachineReachesAnything() {
        services.forEach((name, service) -> {
            if (service.get("ports") instanceof List<?> ports) {
                assertThat(ports)
                        .as(name)
                        .allSatisfy(port -> assertThat(String.valueOf(port))
                                .matches("127\\.0\\.0\\.1:.*|\\$\\{[A-Z_]+:-127\\.0\\.0\\.1:\\d+}:\\d+"));
            }
        });
    }

    private static Map<String, Map<String, Object>> ours() {
        return services.entrySet().stream()
                .filter(service -> imageOf(service.getValue()).startsWith(OURS))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static String imageOf(Map<String, Object> service) {
        return String.valueOf(service.get("image")).replaceFirst(":\\$\\{.*", "");
    }

    @SuppressWarnings("unchecked") // Compose's own form.
    private static Map<String, Object> environmentOf(Map<String, Object> service) {
        return (Map<String, Object>) Objects.requireNonNull(service.get("environment"));
    }

    private static Map<String, Object> environmentOf(String service) {
        return environmentOf(Objects.requireNonNull(services.get(service), service));
    }
}
