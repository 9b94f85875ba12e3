package io.runstream.conformance;

import java.util.UUID;
import org.mlflow.tracking.MlflowClient;

/**
 * The running server that these tests are about, and names in it that nobody else uses: tests run in any order, and again
 * and again on one server.
 */
final class ServerUnderTest {

    private ServerUnderTest() {}

    /** A client of the server named by the system property {@code conformance.url}; fails without it. */
    static MlflowClient client() {
        return new MlflowClient(url());
    }

    private static String url() {
        String url = System.getProperty("conformance.url", "");
        if (url.isBlank()) {
            throw new IllegalStateException(
                    "These tests need a running server: conformance/run.sh URL, or -Dconformance.url=URL, names it.");
        }
        return url;
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 12);
    }

    static String newExperiment(MlflowClient client) {
        return client.createExperiment(unique("java"));
    }

    /** The id of a new run in an experiment of its own. */
    static String newRun(MlflowClient client) {
        return client.createRun(newExperiment(client)).getRunId();
    }
}
