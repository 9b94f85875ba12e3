package io.runstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway as it is run, by TLS on both sides and under a path. */
@QuarkusTest
@WithTestResource(TlsReplica.class)
class GatewayTest {
    @Inject
    Vertx vertx;

    @TestHTTPResource(value = "/", tls = true)
    URI url = URI.create("https://localhost");

    @TestHTTPResource(value = "/q/health/live", management = true)
    URI management = URI.create("http://localhost");

    @ConfigProperty(name = "runstream.test.authority")
    String authority;

    @ParameterizedTest
    @CsvSource({
        "/api/2.0/mlflow/runs/get?run_id=1, /api/2.0/mlflow/runs/get?run_id=1",
        "/team/mlflow/api/2.0/mlflow/runs/get?run_id=1, /api/2.0/mlflow/runs/get?run_id=1",
        "/team/mlflow/, /",
        "/api/2.0/mlflow-artifacts/artifacts/a%2Fb/%252e, /api/2.0/mlflow-artifacts/artifacts/a%2Fb/%252e",
    })
    void aReplicaGetsThePathThatItKnows(String sent, String received) {
        assertThat(get(sent).body()).isEqualTo("GET " + received + " " + url.getAuthority());
    }

    @Test
    void probesAndMetricsStayOnPlainHttpWhateverClientsGet() {
        assertThat(management).hasScheme("http");
    }

    @Test
    void thePageUnderThePrefixIsFoundWithoutItsSlash() {
        Answer answer = get("/team/mlflow");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.location()).isEqualTo("/team/mlflow/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/team/mlflow/q/metrics",
                "/x/../q/metrics",
                "/team/mlflow/x/../q/metrics",
                "/team/mlflow/../../q/metrics",
                "/x/%2e%2e/q/metrics",
                "/%71/metrics",
                "/./q/metrics",
            })
    void whatProcessesSayOfThemselvesIsNotForEverybody(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    private Answer get(String path) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setTrustOptions(new PemTrustOptions().addCertPath(authority)));
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setSsl(true)
                .setHost(url.getHost())
                .setPort(url.getPort())
                .setURI(path);
        return client.request(request)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body()
                        .map(body ->
                                new Answer(response.statusCode(), response.getHeader("Location"), body.toString())))
                .eventually(() -> client.close())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private record Answer(int status, @Nullable String location, String body) {}
}
