package io.runstream.query.projection.store;

import io.runstream.query.projection.fold.Changes;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.registry.RegistryChanges;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** The statements of one batch, sent back to back inside a transaction that the caller has begun. */
final class BatchWrite {
    private final PgSession session;
    private final List<Uni<RowSet<Row>>> statements = new ArrayList<>();

    BatchWrite(PgSession session, Changes changes, Collection<OffsetMove> moves) {
        this.session = session;
        // First: whoever comes second waits here, and finds itself fenced before a row that is there already refuses
        // it: that
        // would look as if the event were to blame, and end among the dead letters.
        statements.add(session.execute(Sql.MOVE_OFFSETS, offsets(moves))
                .invoke(rows -> PgProjectionStore.requireAll(rows, moves.size())));
        addMetrics(changes);
        add(Sql.PUT_RUNS, changes.runs(), () -> RunWrites.runs(changes));
        add(Sql.REMOVE_RUN_TAGS, changes.removedRunTags(), () -> EntityWrites.runKeys(changes.removedRunTags()));
        add(Sql.ADD_DATASETS, changes.datasets(), () -> DatasetWrites.datasets(changes.datasets()));
        add(Sql.ADD_MODEL_INPUTS, changes.modelInputs(), () -> EntityWrites.modelInputs(changes.modelInputs()));
        add(Sql.ADD_MODEL_OUTPUTS, changes.modelOutputs(), () -> EntityWrites.modelOutputs(changes.modelOutputs()));
        add(Sql.PUT_MODELS, changes.models(), () -> ModelWrites.models(changes.models()));
        add(Sql.ADD_MODEL_METRICS, changes.modelMetrics(), () -> ModelWrites.metrics(changes.modelMetrics()));
        addExperiments(changes);
        addRegistry(changes.registry());
        add(Sql.PUT_ANSWERS, changes.answers().keySet(), () -> EntityWrites.answers(changes.answers()));
        add(Sql.FORGET_ANSWERS, changes.answers().keySet(), () -> EntityWrites.answersToForget(changes.answers()));
    }

    private void addMetrics(Changes changes) {
        MetricWrites metrics = new MetricWrites(changes.series());
        add(Sql.ADD_SEGMENTS, changes.series(), metrics::segments);
        add(Sql.PUT_LATEST, changes.series(), metrics::latest);
    }

    private void addExperiments(Changes changes) {
        add(Sql.PUT_EXPERIMENTS, changes.experiments(), () -> EntityWrites.experiments(changes.experiments()));
        add(
                Sql.PUT_EXPERIMENT_TAGS,
                changes.experimentTags().keySet(),
                () -> EntityWrites.experimentValues(changes.experimentTags()));
        add(
                Sql.REMOVE_EXPERIMENT_TAGS,
                changes.removedExperimentTags(),
                () -> EntityWrites.experimentKeys(changes.removedExperimentTags()));
    }

    private void addRegistry(RegistryChanges changes) {
        add(
                Sql.REMOVE_REGISTERED_MODELS,
                changes.removedModels(),
                () -> RegistryWrites.registrations(changes.removedModels()));
        add(
                Sql.REMOVE_VERSIONS_OF_MODELS,
                changes.removedModels(),
                () -> RegistryWrites.registrations(changes.removedModels()));
        add(Sql.PUT_REGISTERED_MODELS, changes.models(), () -> RegistryWrites.models(changes.models()));
        add(Sql.SWEEP_MODEL_VERSIONS, changes.sweeps(), () -> RegistryWrites.sweeps(changes.sweeps()));
        add(
                Sql.REMOVE_MODEL_VERSIONS,
                changes.removedVersions(),
                () -> RegistryWrites.versionKeys(changes.removedVersions()));
        add(Sql.PUT_MODEL_VERSIONS, changes.versions(), () -> RegistryWrites.versions(changes.versions()));
    }

    private void add(Sql sql, Collection<?> rows, Supplier<Tuple> parameters) {
        if (!rows.isEmpty()) {
            statements.add(session.execute(sql, parameters.get()));
        }
    }

    private static Tuple offsets(Collection<OffsetMove> moves) {
        List<OffsetMove> sorted = moves.stream()
                .sorted(Comparator.comparingInt(OffsetMove::partition))
                .toList();
        return Tuple.tuple()
                .addArrayOfInteger(Column.ints(sorted, OffsetMove::partition))
                .addArrayOfLong(Column.longs(sorted, OffsetMove::expected))
                .addArrayOfLong(Column.longs(sorted, OffsetMove::next));
    }

    /** @return the series due to be merged */
    Uni<List<RunKey>> run() {
        return Uni.join().all(statements).andFailFast().map(results -> {
            List<RunKey> due = new ArrayList<>();
            // Of all statements only PUT_LATEST returns rows.
            for (RowSet<Row> result : results) {
                result.forEach(row -> due.add(new RunKey(row.getUUID(0), row.getString(1))));
            }
            return due;
        });
    }
}
