package io.runstream.query.projection.store;

import io.runstream.query.projection.fold.Changes;
import io.runstream.query.projection.fold.LoadedState;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.StateNeeds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link ProjectionStore} over one connection of a pool, kept for as long as it works. */
public final class PgProjectionStore implements ProjectionStore {
    private final Pool pool;
    private final Duration timeout;
    private final Runnable onLoss;
    private @Nullable PgSession session;
    private volatile boolean lost;

    /**
     * @param timeout after which Postgres counts as unavailable; longer than any batch takes
     * @param onLoss told, on any thread, as soon as a connection breaks: what follows may be another server, without the last
     *     commits
     */
    public PgProjectionStore(Pool pool, Duration timeout, Runnable onLoss) {
        this.pool = pool;
        this.timeout = timeout;
        this.onLoss = onLoss;
    }

    @Override
    public Map<Integer, Long> offsets(Set<Integer> partitions) {
        Tuple wanted = Tuple.tuple().addArrayOfInteger(partitions.toArray(Integer[]::new));
        return await(open -> open.execute(Sql.ADD_OFFSETS, wanted)
                .flatMap(added -> open.execute(Sql.READ_OFFSETS, wanted))
                .map(rows -> {
                    Map<Integer, Long> offsets = new HashMap<>();
                    rows.forEach(row -> offsets.put(row.getInteger(0), row.getLong(1)));
                    return offsets;
                }));
    }

    @Override
    public LoadedState load(StateNeeds needs) {
        return needs.isNothing() ? LoadedState.NOTHING : await(open -> StateLoader.load(open, needs));
    }

    @Override
    public List<RunKey> commit(Changes changes, Collection<OffsetMove> moves) {
        return await(open -> transaction(open, new BatchWrite(open, changes, moves).run()));
    }

    @Override
    public void merge(Collection<RunKey> series, Map<Integer, Long> offsets) {
        Map<Integer, Long> held = new TreeMap<>(offsets);
        Tuple hold = Tuple.tuple()
                .addArrayOfInteger(held.keySet().toArray(Integer[]::new))
                .addArrayOfLong(held.values().toArray(Long[]::new));
        Tuple keys = EntityWrites.runKeys(series);
        await(open -> transaction(
                open,
                open.execute(Sql.HOLD_OFFSETS, hold)
                        .invoke(rows -> requireAll(rows, held.size()))
                        .chain(() -> Uni.join()
                                .all(
                                        open.execute(Sql.MERGE_SEGMENTS, mergeOf(series, 0)),
                                        open.execute(Sql.MERGE_SEGMENTS, mergeOf(series, 1)),
                                        open.execute(Sql.RESET_FRESH_SEGMENTS, keys))
                                .andFailFast())));
    }

    private static Tuple mergeOf(Collection<RunKey> series, int level) {
        return EntityWrites.runKeys(series)
                .addShort((short) level)
                .addInteger(level == 0 ? 2 : SegmentLevel.MERGED_AT)
                .addInteger(SegmentLevel.FULL_POINTS);
    }

    static void requireAll(RowSet<Row> rows, int expected) {
        if (rows.rowCount() != expected) {
            throw new FencedException();
        }
    }

    private static <T> Uni<T> transaction(PgSession open, Uni<T> work) {
        return open.control("BEGIN")
                .chain(() -> work)
                .call(() -> open.control("COMMIT"))
                .onFailure()
                .call(() -> open.control("ROLLBACK").onFailure().recoverWithNull());
    }

    private <T> T await(Function<PgSession, Uni<T>> work) {
        try {
            PgSession open = session;
            if (open == null) {
                open = PgSession.open(pool).await().atMost(timeout);
                lost = false;
                open.onLoss(this::lose);
                session = open;
            }
            return work.apply(open).await().atMost(timeout);
        } catch (RuntimeException e) {
            RuntimeException failure = PgFailures.classify(e);
            if (failure instanceof StoreUnavailableException) {
                close();
            }
            throw failure;
        }
    }

    private void lose() {
        lost = true;
        onLoss.run();
    }

    @Override
    public void requireConnection() {
        if (session != null && lost) {
            close();
            throw new StoreUnavailableException(new IllegalStateException("The connection to Postgres was lost"));
        }
    }

    @Override
    public void close() {
        PgSession open = session;
        session = null;
        if (open != null) {
            open.close().onFailure().recoverWithNull().await().atMost(timeout);
        }
    }
}
