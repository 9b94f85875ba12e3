package io.runstream.routes.sample.read;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

@Guarded(Guard.AUTHENTICATED)
public class PageRoutes {
    void register(@Observes Router router) {
        router.get("/page");
    }
}
