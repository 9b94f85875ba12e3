package io.runstream.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** For {@code @WithTestResource}: an empty database, as {@code quarkus.datasource.*}. */
public final class PostgresBackend implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestDatabase.fresh().toQuarkus();
    }

    /** The server stays for the next test, and so does the database, for whoever looks into a failure. */
    @Override
    public void stop() {}
}
