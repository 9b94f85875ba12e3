package io.runstream.query.outage;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Looks for Postgres before tables are made in it, so that who set the service up is told in a sentence what is wrong, and
 * not by the stack traces of whoever needs it first.
 */
@Singleton
class PostgresCheck implements FlywayConfigurationCustomizer {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Databases that start side by side with the service: SQL states of "can't connect now" (57P03) and class 08. */
    private static final String CONNECTION = "08";

    private static final String STARTING = "57P03";
    private static final String AUTHORIZATION = "28";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final String url;
    private final Duration patience;

    PostgresCheck(
            @ConfigProperty(name = URL) Optional<String> url,
            @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration patience) {
        this.url = withoutSecrets(url.orElse("no address"));
        this.patience = patience;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        require(flyway.getDataSource());
    }

    /** @throws ConfigurationException it can't be used; the message says why, and ends the process without a stack trace */
    void require(DataSource postgres) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection connection = postgres.getConnection()) {
                return;
            } catch (SQLException e) {
                SQLException reason = reason(e);
                if (!mayComeYet(reason) || System.nanoTime() - giveUpAt >= 0) {
                    throw new ConfigurationException(sentence(reason));
                }
                pause();
            }
        }
    }

    private static boolean mayComeYet(SQLException reason) {
        String state = String.valueOf(reason.getSQLState());
        return state.startsWith(CONNECTION) || state.equals(STARTING);
    }

    private String sentence(SQLException reason) {
        String state = String.valueOf(reason.getSQLState());
        String message = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
        if (state.startsWith(AUTHORIZATION)) {
            return "Postgres at " + url + " (" + URL + ") refuses the user or the password"
                    + " (quarkus.datasource.username, quarkus.datasource.password): " + message;
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return "Postgres at " + url + " (" + URL + ") has no such database: " + message;
        }
        return "Postgres at " + url + " (" + URL + ") can't be used: " + message;
    }

    /** Pools wrap what the driver said. */
    private static SQLException reason(SQLException e) {
        SQLException deepest = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                deepest = sql;
            }
        }
        return deepest;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfigurationException("Interrupted while waiting for Postgres");
        }
    }

    /** What comes behind the question mark may be a password. */
    private static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
