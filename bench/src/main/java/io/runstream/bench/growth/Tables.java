package io.runstream.bench.growth;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at Runstream's own Postgres. One thread. */
final class Tables implements AutoCloseable {
    private static final String OFFSETS = "SELECT partition, next_offset FROM projection_offset";
    private static final String WAL = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

    /** Each table with what it takes without and with its indexes. */
    private static final String SIZES = "SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class"
            + " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_table_size(oid) > 1000000"
            + " ORDER BY pg_total_relation_size(oid) DESC";

    private final Connection connection;

    Tables(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Bytes of a table.
     *
     * @param rows with what is stored out of line
     */
    record Size(long rows, long indexes) {}

    /** The next offset of each partition. */
    Map<Integer, Long> offsets() {
        return query(OFFSETS, rows -> {
            Map<Integer, Long> offsets = new HashMap<>();
            while (rows.next()) {
                offsets.put(rows.getInt(1), rows.getLong(2));
            }
            return offsets;
        });
    }

    /** Written to the write-ahead log since the database was made. */
    long walBytes() {
        return query(WAL, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** Of tables larger than a megabyte, the largest first. */
    Map<String, Size> sizes() {
        return query(SIZES, rows -> {
            Map<String, Size> sizes = new LinkedHashMap<>();
            while (rows.next()) {
                sizes.put(rows.getString(1), new Size(rows.getLong(2), rows.getLong(3)));
            }
            return sizes;
        });
    }

    private <T> T query(String sql, Reader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
