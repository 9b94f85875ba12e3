package io.runstream.cluster.count;

import io.runstream.cluster.Cluster;
import io.runstream.cluster.ClusterException;
import io.runstream.cluster.Database;
import io.runstream.cluster.Member;
import io.runstream.cluster.load.Entry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at what a cluster has kept, once nobody writes to it any more and all of its processes run. */
public final class Examination {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String REPLAYED = "replayed";

    private final Cluster cluster;
    private final Log log;

    public Examination(Cluster cluster) {
        this.cluster = cluster;
        this.log = new Log(cluster.bootstrapServers());
    }

    /** @throws ClusterException the projection does not get to the end of the log */
    public Report examine(List<Entry> entries) throws InterruptedException {
        Map<Integer, Long> ends = log.ends("runstream.tracking", PATIENCE);
        awaitProjected(Cluster.DATABASE, ends);
        try (Connection connection = connect(Cluster.DATABASE)) {
            Count count = Count.of(entries, Tables.read(connection)::presence);
            long deadLetters = log.ends("runstream.dead-letter", PATIENCE).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return new Report(count, deadLetters, Digest.of(connection).differences(replay(ends)));
        } catch (SQLException e) {
            throw new ClusterException("The tables can't be read: " + e.getMessage(), e);
        }
    }

    /** Lets another query-service fill an empty database from the log. */
    private Digest replay(Map<Integer, Long> ends) throws InterruptedException, SQLException {
        cluster.database().create(REPLAYED);
        Member query = cluster.newQuery("query-replay", REPLAYED, "runstream-replay");
        query.start();
        query.awaitReady(PATIENCE);
        awaitProjected(REPLAYED, ends);
        query.askToStop();
        query.awaitEnd();
        try (Connection connection = connect(REPLAYED)) {
            return Digest.of(connection);
        }
    }

    private void awaitProjected(String database, Map<Integer, Long> ends) throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        Map<Integer, Long> reached = reached(database);
        while (!ends.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            if (System.nanoTime() - giveUpAt >= 0) {
                throw new ClusterException(
                        "The projection into " + database + " stands at " + reached + ", and the log ends at " + ends);
            }
            Thread.sleep(PAUSE);
            reached.putAll(reached(database));
        }
    }

    private Map<Integer, Long> reached(String database) {
        Map<Integer, Long> offsets = new TreeMap<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT partition, next_offset FROM projection_offset")) {
            while (rows.next()) {
                offsets.put(rows.getInt(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            return offsets; // It is not there yet.
        }
        return offsets;
    }

    private Connection connect(String name) throws SQLException {
        Database database = cluster.database();
        return DriverManager.getConnection(database.jdbcUrl(name), database.username(), database.password());
    }
}
