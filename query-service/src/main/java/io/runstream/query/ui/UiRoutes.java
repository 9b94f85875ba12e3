package io.runstream.query.ui;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves MLflow's web page, or a word on how to get it, on {@code /}. */
@Singleton
@Guarded(Guard.AUTHENTICATED)
public class UiRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(UiRoutes.class);

    /** The page's files are named by their content; MLflow lets browsers keep them as long. */
    private static final Duration KEEP = Duration.ofDays(28);

    private final UiConfig config;

    UiRoutes(UiConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        config.mlflowDir()
                .map(MlflowBundle::in)
                .ifPresentOrElse(
                        bundle -> serve(bundle, router), () -> home(router).handler(UiRoutes::sayHow));
    }

    private static void serve(MlflowBundle bundle, Router router) {
        String version = bundle.version().orElse("unknown");
        if (!bundle.isTested()) {
            LOG.warn("MLflow's web page is that of version {}; tested is 3.17.2. Parts of it may not work.", version);
        }
        Path files = bundle.files().toAbsolutePath();
        String index = files.resolve("index.html").toString();
        home(router)
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .sendFile(index));
        router.get("/static-files/*")
                .handler(StaticHandler.create(FileSystemAccess.ROOT, files.toString())
                        .setMaxAgeSeconds(KEEP.toSeconds())
                        .setDefaultContentEncoding("utf-8"));
    }

    private static Route home(Router router) {
        return router.route("/").method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private static void sayHow(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .end(WelcomePage.HTML);
    }
}
