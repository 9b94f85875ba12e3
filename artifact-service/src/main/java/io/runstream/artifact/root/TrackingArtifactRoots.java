package io.runstream.artifact.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.runstream.access.Securable;
import io.runstream.error.ApiException;
import io.runstream.error.ArtifactErrors;
import io.runstream.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the tracking API. */
@ApplicationScoped
class TrackingArtifactRoots implements ArtifactRoots {
    private static final Logger LOG = LoggerFactory.getLogger(TrackingArtifactRoots.class);
    private static final String API = "/api/2.0/mlflow/";

    private final HttpClient http;
    private final TrackingConfig config;
    private final ObjectMapper json;

    TrackingArtifactRoots(Vertx vertx, TrackingConfig config, TlsConfigurationRegistry tls, ObjectMapper json) {
        HttpClientOptions options = new HttpClientOptions();
        TlsConfiguration.from(tls, config.tlsConfigurationName())
                .ifPresent(trusted -> TlsConfigUtils.configure(options, trusted));
        // Whether to use TLS is said by the address.
        this.http = vertx.createHttpClient(options.setSsl(false));
        this.config = config;
        this.json = json;
    }

    @Override
    public Uni<ArtifactRoot> ofRun(String runId, @Nullable String authorization) {
        return ask("runs/get?run_id=" + encoded(runId), authorization).map(answer -> ofInfo(answer.at("/run/info")));
    }

    @Override
    public Uni<ArtifactRoot> ofLoggedModel(String modelId, @Nullable String authorization) {
        return ask("logged-models/" + encoded(modelId), authorization).map(answer -> ofInfo(answer.at("/model/info")));
    }

    @Override
    public Uni<ArtifactRoot> ofModelVersion(String name, String version, @Nullable String authorization) {
        String query = "?name=" + encoded(name) + "&version=" + encoded(version);
        return ask("model-versions/get-download-uri" + query, authorization)
                .map(answer ->
                        new ArtifactRoot(answer.path("artifact_uri").asText(), new Securable.RegisteredModel(name)));
    }

    private static ArtifactRoot ofInfo(JsonNode info) {
        long experiment = info.path("experiment_id").asLong(-1);
        if (experiment < 0) {
            throw ArtifactErrors.trackingUnavailable();
        }
        return new ArtifactRoot(info.path("artifact_uri").asText(), new Securable.Experiment(experiment));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    private Uni<JsonNode> ask(String question, @Nullable String authorization) {
        String server = config.url().toString();
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setTimeout(config.timeout().toMillis())
                .setAbsoluteURI(
                        (server.endsWith("/") ? server.substring(0, server.length() - 1) : server) + API + question);
        if (authorization != null) {
            request.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        Future<JsonNode> answer = http.request(request)
                .compose(sent -> sent.send())
                .compose(response -> response.body().map(body -> answer(response, body)))
                .recover(failure -> Future.failedFuture(known(failure)));
        return Uni.createFrom().completionStage(answer.toCompletionStage());
    }

    private JsonNode answer(HttpClientResponse response, Buffer body) {
        JsonNode answer;
        try {
            answer = json.readTree(body.getBytes());
        } catch (IOException e) {
            throw ArtifactErrors.trackingUnavailable();
        }
        if (response.statusCode() != 200) {
            throw refusal(answer);
        }
        return answer;
    }

    /** The tracking API's own words. */
    private static ApiException refusal(JsonNode answer) {
        try {
            return new ApiException(
                    ErrorCode.valueOf(answer.path("error_code").asText()),
                    answer.path("message").asText());
        } catch (IllegalArgumentException e) {
            return ArtifactErrors.trackingUnavailable();
        }
    }

    private ApiException known(Throwable failure) {
        if (failure instanceof ApiException known) {
            return known;
        }
        LOG.atWarn()
                .addKeyValue("url", config.url())
                .addKeyValue("reason", failure.toString())
                .log("The tracking API (runstream.tracking.url) does not answer");
        return ArtifactErrors.trackingUnavailable();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
