package io.runstream.standalone;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.runstream.kit.access.AccessConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the server, as any client would, for what every client starts with: the experiment named Default. */
final class Readiness {
    private static final String EXPERIMENT = "/api/2.0/mlflow/experiments/get?experiment_id=0";
    private static final String HEALTH = "/q/health/ready";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** It asks itself, and tells nothing: the certificate may be for another name, and of an authority that nobody here knows. */
    private static final HttpClientOptions WHOEVER_IT_IS =
            new HttpClientOptions().setTrustAll(true).setVerifyHost(false);

    private final URI question;
    private final Vertx vertx;

    /** Whom it does not know it tells nothing: then it is asked for its health, which comes to the same. */
    Readiness(URI server, AccessConfig access, Vertx vertx) {
        this.question = server.resolve(access.enabled() ? HEALTH : EXPERIMENT);
        this.vertx = vertx;
    }

    /** @throws StandaloneException it is not there after a minute */
    void await() throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        HttpClient client = vertx.createHttpClient(WHOEVER_IT_IS);
        try {
            while (!answers(client)) {
                if (System.nanoTime() - giveUpAt >= 0) {
                    throw StandaloneException.failed(
                            "The services are up and do not answer " + question + " after a minute.");
                }
                Thread.sleep(PAUSE);
            }
        } finally {
            client.close();
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        RequestOptions request = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(question.toString());
        try {
            return client.request(request)
                            .compose(HttpClientRequest::send)
                            .map(HttpClientResponse::statusCode)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    == HttpResponseStatus.OK.code();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
