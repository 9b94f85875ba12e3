package io.runstream.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.runstream.kit.access.AccessConfig;
import io.runstream.query.projection.CatchUp;
import io.runstream.query.projection.CatchUpProgress;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.nio.file.Path;

/** Tells the person at the keyboard when the services are ready, and keeps them running; or replays, and ends. */
public class StandaloneApplication implements QuarkusApplication {
    private final StandaloneConfig config;
    private final CatchUp catchUp;
    private final Vertx vertx;
    private final AccessConfig access;
    private final PrintStream terminal = System.out;

    @Inject
    StandaloneApplication(StandaloneConfig config, CatchUp catchUp, Vertx vertx, AccessConfig access) {
        this.access = access;
        this.config = config;
        this.catchUp = catchUp;
        this.vertx = vertx;
    }

    /** Called when HTTP is up. */
    @Override
    public int run(String... arguments) throws InterruptedException {
        if (config.replay()) {
            catchUp.await(progress -> terminal.println("Replay: " + progress));
            return 0;
        }
        catchUp.await(this::report);
        new Readiness(config.url(), access, vertx).await();
        terminal.printf("%nRunstream is ready: %s%n  data in %s%n  Ctrl-C stops it%n", config.url(), config.data());
        config.adminPasswordFile().ifPresent(this::tellHowToLogIn);
        Quarkus.waitForExit();
        return 0;
    }

    private void tellHowToLogIn(Path passwordFile) {
        terminal.printf(
                "  the first password of user %s is in %s%n", access.admin().username(), passwordFile);
    }

    /** After an ordinary start there is little to catch up with, and nothing to say. */
    private void report(CatchUpProgress progress) {
        if (!progress.isComplete()) {
            terminal.println("Catching up: " + progress);
        }
    }
}
