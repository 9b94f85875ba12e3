package io.runstream.query.projection.store;

import io.runstream.query.projection.fold.AnswerKey;
import io.runstream.query.projection.fold.ExperimentKey;
import io.runstream.query.projection.fold.ExperimentRow;
import io.runstream.query.projection.fold.ModelInputRow;
import io.runstream.query.projection.fold.ModelOutputRow;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.StoredAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows to parameters, for all tables but those of runs, metrics and datasets. */
final class EntityWrites {
    /** Twice as long as answers are valid: what is forgotten can't have been asked for, whatever ingest's clocks say. */
    private static final long ANSWERS_STORED_MS = Duration.ofHours(48).toMillis();

    private EntityWrites() {}

    static Tuple runKeys(Collection<RunKey> keys) {
        return Tuple.tuple()
                .addArrayOfUUID(Column.uuids(keys, RunKey::runId))
                .addArrayOfString(Column.texts(keys, RunKey::key));
    }

    static Tuple modelInputs(List<ModelInputRow> rows) {
        return Tuple.tuple()
                .addArrayOfUUID(Column.uuids(rows, ModelInputRow::runId))
                .addArrayOfString(Column.texts(rows, ModelInputRow::modelId));
    }

    static Tuple modelOutputs(List<ModelOutputRow> rows) {
        return Tuple.tuple()
                .addArrayOfUUID(Column.uuids(rows, ModelOutputRow::runId))
                .addArrayOfString(Column.texts(rows, ModelOutputRow::modelId))
                .addArrayOfLong(Column.longs(rows, ModelOutputRow::step));
    }

    static Tuple experiments(Collection<ExperimentRow> rows) {
        return Tuple.tuple()
                .addArrayOfLong(Column.longs(rows, ExperimentRow::experimentId))
                .addArrayOfString(Column.texts(rows, ExperimentRow::name))
                .addArrayOfString(Column.texts(rows, ExperimentRow::artifactLocation))
                .addArrayOfBoolean(rows.stream().map(ExperimentRow::deleted).toArray(Boolean[]::new))
                .addArrayOfLong(Column.longs(rows, ExperimentRow::lifecycleChangedAt))
                .addArrayOfLong(Column.longs(rows, ExperimentRow::creationTime))
                .addArrayOfLong(Column.longs(rows, ExperimentRow::lastUpdateTime));
    }

    static Tuple experimentValues(Map<ExperimentKey, String> rows) {
        return experimentKeys(rows.keySet()).addArrayOfString(rows.values().toArray(String[]::new));
    }

    static Tuple experimentKeys(Collection<ExperimentKey> keys) {
        return Tuple.tuple()
                .addArrayOfLong(Column.longs(keys, ExperimentKey::experimentId))
                .addArrayOfString(Column.texts(keys, ExperimentKey::key));
    }

    static Tuple answers(Map<AnswerKey, StoredAnswer> rows) {
        return Tuple.tuple()
                .addArrayOfInteger(Column.ints(rows.keySet(), AnswerKey::partition))
                .addArrayOfString(Column.texts(rows.keySet(), AnswerKey::key))
                .addValue(rows.values().stream()
                        .map(row -> Buffer.buffer(row.fingerprint().toByteArray()))
                        .toArray(Buffer[]::new))
                .addValue(rows.values().stream()
                        .map(row -> Buffer.buffer(row.answer().toByteArray()))
                        .toArray(Buffer[]::new))
                .addArrayOfLong(Column.longs(rows.values(), StoredAnswer::acceptedAt));
    }

    /**
     * By partition, since a partition that is replayed from far back must not forget what another is past; and by the
     * earliest, since time jumps back in an imported partition where one source's events end and another's begin.
     */
    static Tuple answersToForget(Map<AnswerKey, StoredAnswer> rows) {
        Map<Integer, Long> before = new TreeMap<>();
        rows.forEach((key, row) -> before.merge(key.partition(), row.acceptedAt() - ANSWERS_STORED_MS, Math::min));
        return Tuple.tuple()
                .addArrayOfInteger(before.keySet().toArray(Integer[]::new))
                .addArrayOfLong(before.values().toArray(Long[]::new));
    }
}
