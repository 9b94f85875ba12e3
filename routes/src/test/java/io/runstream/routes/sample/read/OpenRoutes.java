package io.runstream.routes.sample.read;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

public class OpenRoutes {
    void register(@Observes Router router) {
        router.get("/open");
    }
}
