package io.runstream.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the server, as any client would, for what every client starts with: the experiment named Default. */
final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI question;

    Readiness(URI server) {
        this.question = server.resolve("/api/2.0/mlflow/experiments/get?experiment_id=0");
    }

    /** @throws StandaloneException it is not there after a minute */
    void await() throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (System.nanoTime() - giveUpAt >= 0) {
                    throw StandaloneException.failed(
                            "The services are up and do not answer " + question + " after a minute.");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(question).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
