package io.runstream.routes.sample.write;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

public class HiddenRoutes {
    void register(@Observes Router router) {
        router.post("/hidden");
    }
}
