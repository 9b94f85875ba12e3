package io.runstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.runstream.embedded.LoopbackPort;
import io.runstream.testkit.metrics.MetricTable;
import io.runstream.testkit.metrics.Scrape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MetricsTest.NobodyBehindIt.class)
class MetricsTest {
    /** Two replicas of each service that take no connection. */
    public static final class NobodyBehindIt implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String absent =
                    "http://127.0.0.1:%d,http://127.0.0.1:%d".formatted(LoopbackPort.free(), LoopbackPort.free());
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "quarkus.management.test-port", "0",
                    "runstream.gateway.ingest", absent,
                    "runstream.gateway.query", absent,
                    "runstream.gateway.artifact", absent);
        }
    }

    @TestHTTPResource
    URI gateway;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theReadmeListsWhatTheGatewayTells() throws Exception {
        String refused = get(gateway.resolve("/api/2.0/mlflow/runs/get?run_id=0123"));

        assertThat(refused).contains("TEMPORARILY_UNAVAILABLE");
        Scrape scrape = new Scrape(get(management.resolve("/q/metrics")));
        assertThat(scrape.ownMetrics()).isEqualTo(MetricTable.of(Path.of("README.md")));
        assertThat(scrape.text()).contains("status=\"5xx\",upstream=\"query\"").doesNotContain("0123");
    }

    private String get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
