package io.runstream.cluster.fault;

import io.runstream.cluster.Cluster;
import io.runstream.cluster.ClusterException;
import io.runstream.cluster.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How much of the log the tables hold. */
final class Projected {
    private Projected() {}

    /** Events, of all partitions together. */
    static long events(Database database) {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(Cluster.DATABASE), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("SELECT sum(next_offset) FROM projection_offset")) {
            sum.next();
            return sum.getLong(1);
        } catch (SQLException e) {
            throw new ClusterException("Postgres does not tell how far the projection is: " + e.getMessage(), e);
        }
    }
}
