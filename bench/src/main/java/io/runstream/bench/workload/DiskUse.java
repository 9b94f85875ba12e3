package io.runstream.bench.workload;

import io.runstream.bench.http.TrackingClient;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;

/**
 * What a series of 100,000 points takes in Postgres, its indexes and latest value included, in an otherwise empty
 * database.
 *
 * @param bytesPerPoint as it lies there when the last point can be read
 * @param bytesPerPointVacuumed after VACUUM
 */
public record DiskUse(double bytesPerPoint, double bytesPerPointVacuumed) {

    private static final int POINTS = 100_000;
    private static final int BATCH = 100;
    private static final String KEY = "loss";
    private static final String SIZE_OF_TABLES = "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')";

    /** Logs the series in batches of 100 and looks. To be called before anything else is written. */
    public static DiskUse measure(InetSocketAddress address, String jdbcUrl) {
        try (TrackingClient client = new TrackingClient(address);
                Connection database = DriverManager.getConnection(jdbcUrl);
                Statement statement = database.createStatement()) {
            String run = client.createRun(
                    TrackingClient.object().put("experiment_id", "0").put("start_time", 1));
            long before = size(statement);
            SplittableRandom random = new SplittableRandom(POINTS);
            for (int first = 0; first < POINTS; first += BATCH) {
                client.post("runs/log-batch", Reads.batch(run, KEY, first, BATCH, random));
            }
            if (client.countHistory(run, KEY) != POINTS) {
                throw new IllegalStateException("Not all of " + POINTS + " points can be read");
            }
            long after = size(statement);
            statement.execute("VACUUM");
            return new DiskUse(perPoint(after - before), perPoint(size(statement) - before));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long size(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(SIZE_OF_TABLES)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double perPoint(long bytes) {
        return bytes / (double) POINTS;
    }
}
