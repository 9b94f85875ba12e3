package io.runstream.query.projection.store;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.event.v1.Reply;
import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.fold.AnswerKey;
import io.runstream.query.projection.fold.ExperimentKey;
import io.runstream.query.projection.fold.ExperimentRow;
import io.runstream.query.projection.fold.LoadedState;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.RunRow;
import io.runstream.query.projection.fold.StateNeeds;
import io.runstream.query.projection.fold.StoredAnswer;
import io.runstream.query.projection.fold.model.LoggedModelRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Loads what a batch must see: one statement per table that it needs, all under way at once. */
final class StateLoader {
    private StateLoader() {}

    static Uni<LoadedState> load(PgSession session, StateNeeds needs) {
        if (needs.isNothing()) {
            return Uni.createFrom().item(LoadedState.NOTHING);
        }
        return Uni.combine()
                .all()
                .unis(
                        runs(session, needs.runs()),
                        pairs(session, Sql.LOAD_PARAMS, needs.params()),
                        pairs(session, Sql.LOAD_RUN_TAGS, needs.runTags()),
                        models(session, needs.models()),
                        experiments(session, needs),
                        greatestExperimentId(session, needs),
                        experimentTags(session, needs.experimentTags()),
                        answers(session, needs.answers()),
                        RegistryLoader.load(session, needs.registry()))
                .with(LoadedState::new);
    }

    private static Uni<Map<UUID, RunRow>> runs(PgSession session, Collection<UUID> ids) {
        return rows(
                session,
                Sql.LOAD_RUNS,
                ids,
                Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)),
                row -> row.getUUID(0),
                StateLoader::run);
    }

    private static RunRow run(Row row) {
        return new RunRow(
                row.getUUID(0),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getShort(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getBoolean(8),
                row.getLong(9));
    }

    private static Uni<Map<RunKey, String>> pairs(PgSession session, Sql sql, Collection<RunKey> keys) {
        return rows(
                session,
                sql,
                keys,
                Tuple.tuple()
                        .addArrayOfUUID(Column.uuids(keys, RunKey::runId))
                        .addArrayOfString(Column.texts(keys, RunKey::key)),
                row -> new RunKey(row.getUUID(0), row.getString(1)),
                row -> row.getString(2));
    }

    private static Uni<Map<LoggedModelId, LoggedModelRow>> models(PgSession session, Collection<LoggedModelId> ids) {
        return rows(
                session,
                Sql.LOAD_MODELS,
                ids,
                Tuple.tuple().addArrayOfString(Column.texts(ids, LoggedModelId::toString)),
                ModelReads::id,
                ModelReads::row);
    }

    private static Uni<Map<Long, ExperimentRow>> experiments(PgSession session, StateNeeds needs) {
        if (needs.experimentIds().isEmpty() && needs.experimentNames().isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.execute(
                        Sql.LOAD_EXPERIMENTS,
                        Tuple.tuple()
                                .addArrayOfLong(needs.experimentIds().toArray(Long[]::new))
                                .addArrayOfString(needs.experimentNames().toArray(String[]::new)))
                .map(found -> RowIndex.of(found, row -> row.getLong(0), StateLoader::experiment));
    }

    private static ExperimentRow experiment(Row row) {
        return new ExperimentRow(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }

    private static Uni<Long> greatestExperimentId(PgSession session, StateNeeds needs) {
        if (needs.experimentNames().isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        return session.execute(Sql.LOAD_GREATEST_EXPERIMENT_ID, Tuple.tuple())
                .map(found -> found.iterator().next().getLong(0));
    }

    private static Uni<Map<ExperimentKey, String>> experimentTags(PgSession session, Collection<ExperimentKey> keys) {
        return rows(
                session,
                Sql.LOAD_EXPERIMENT_TAGS,
                keys,
                Tuple.tuple()
                        .addArrayOfLong(Column.longs(keys, ExperimentKey::experimentId))
                        .addArrayOfString(Column.texts(keys, ExperimentKey::key)),
                row -> new ExperimentKey(row.getLong(0), row.getString(1)),
                row -> row.getString(2));
    }

    private static Uni<Map<AnswerKey, StoredAnswer>> answers(PgSession session, Collection<AnswerKey> keys) {
        return rows(
                session,
                Sql.LOAD_ANSWERS,
                keys,
                Tuple.tuple()
                        .addArrayOfInteger(Column.ints(keys, AnswerKey::partition))
                        .addArrayOfString(Column.texts(keys, AnswerKey::key)),
                row -> new AnswerKey(row.getInteger(0), row.getString(1)),
                StateLoader::answer);
    }

    private static StoredAnswer answer(Row row) {
        try {
            return new StoredAnswer(
                    ByteString.copyFrom(row.getBuffer(2).getBytes()),
                    Reply.parseFrom(row.getBuffer(3).getBytes()),
                    row.getLong(4));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored answer is no Reply", e);
        }
    }

    private static <K, V> Uni<Map<K, V>> rows(
            PgSession session,
            Sql sql,
            Collection<?> keys,
            Tuple parameters,
            Function<Row, K> key,
            Function<Row, V> value) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.execute(sql, parameters).map(found -> RowIndex.of(found, key, value));
    }
}
