package io.runstream.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;

/** Tells the person at the keyboard when the services are ready, and keeps them running; or replays, and ends. */
public class StandaloneApplication implements QuarkusApplication {
    private final StandaloneConfig config;
    private final Map<String, Object> kafka;
    private final DataSource database;
    private final PrintStream terminal = System.out;

    @Inject
    StandaloneApplication(
            StandaloneConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DataSource database) {
        this.config = config;
        this.kafka = kafka;
        this.database = database;
    }

    /** Called when HTTP is up. */
    @Override
    public int run(String... arguments) throws InterruptedException {
        awaitProjection();
        if (config.replay()) {
            return 0;
        }
        new Readiness(config.url()).await();
        terminal.printf("%nRunstream is ready: %s%n  data in %s%n  Ctrl-C stops it%n", config.url(), config.data());
        Quarkus.waitForExit();
        return 0;
    }

    private void awaitProjection() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            CatchUp catchUp = new CatchUp(new LogProgress(admin, database), terminal);
            if (config.replay()) {
                catchUp.replay();
            } else {
                catchUp.resume();
            }
        }
    }
}
