package io.runstream.cluster.count;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is in a database, as the number of rows of each table and a hash of them: two databases with the same digest hold
 * the same. How points are cut into segments, and how many were not merged yet, is no part of it.
 */
record Digest(Map<String, String> tables) {
    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
              AND table_name NOT IN ('flyway_schema_history', 'metric_segment', 'metric_latest')""";

    static Digest of(Connection connection) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (String table : tables(connection)) {
            digests.put(table, digest(connection, table));
        }
        digests.put("metric_point", digest(connection, "metric_point"));
        digests.put(
                "metric_latest", digest(connection, "(SELECT run_id, key, step, timestamp, value FROM metric_latest)"));
        return new Digest(digests);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(TABLES)) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static String digest(Connection connection, String rows) throws SQLException {
        String query =
                "SELECT count(*), md5(string_agg(hash, '' ORDER BY hash)) FROM (SELECT md5(t::text) AS hash FROM "
                        + rows + " t) hashes";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1) + " rows, " + result.getString(2);
        }
    }

    /** A sentence for each table in which they differ. */
    List<String> differences(Digest other) {
        List<String> sentences = new ArrayList<>();
        tables.forEach((table, digest) -> {
            String its = other.tables().getOrDefault(table, "none");
            if (!its.equals(digest)) {
                sentences.add("%s: %s; replayed: %s".formatted(table, digest, its));
            }
        });
        return sentences;
    }
}
