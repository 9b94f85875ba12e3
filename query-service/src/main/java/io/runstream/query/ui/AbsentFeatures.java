package io.runstream.query.ui;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What MLflow's web page asks about features that are not here: traces, evaluation, gateway, assistant. It asks on
 * every page, also on those about runs; an answer that nothing is there keeps it from showing errors. Writes are not
 * answered.
 */
@Singleton
@Guarded(Guard.AUTHENTICATED)
public class AbsentFeatures {
    private static final String NOTHING = "{}";

    private static final List<Answer> ANSWERS = List.of(
            new Answer(HttpMethod.GET, "2.0/mlflow/gateway-proxy", "{\"endpoints\":[]}"),
            new Answer(HttpMethod.POST, "2.0/mlflow/gateway-proxy", "{\"endpoints\":[]}"),
            new Answer(
                    HttpMethod.GET,
                    "3.0/mlflow/assistant/config",
                    "{\"providers\":{},\"projects\":{},\"remote_access_allowed\":false}"),
            new Answer(
                    HttpMethod.GET,
                    "3.0/mlflow/assistant/providers",
                    "{\"providers\":[],\"resolved\":null,\"gateway_vendor_options\":{}}"),
            new Answer(HttpMethod.POST, "3.0/mlflow/traces/search", NOTHING),
            new Answer(HttpMethod.POST, "3.0/mlflow/traces/metrics", NOTHING),
            new Answer(HttpMethod.POST, "3.0/mlflow/traces/batchGetInfos", NOTHING),
            new Answer(HttpMethod.POST, "3.0/mlflow/datasets/search", NOTHING),
            new Answer(HttpMethod.GET, "3.0/mlflow/scorers/list", NOTHING));

    /** @param path behind {@code /api/} or {@code /ajax-api/} */
    private record Answer(HttpMethod method, String path, String json) {
        void register(Router router, String prefix) {
            router.route(method, prefix + path)
                    .handler(context -> context.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .end(json));
        }
    }

    void register(@Observes Router router) {
        for (Answer answer : ANSWERS) {
            answer.register(router, "/api/");
            answer.register(router, "/ajax-api/");
        }
    }
}
