package io.runstream.query.projection.fold;

import static io.runstream.query.projection.Events.deleted;
import static io.runstream.query.projection.Events.described;
import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.param;
import static io.runstream.query.projection.Events.params;
import static io.runstream.query.projection.Events.restored;
import static io.runstream.query.projection.Events.runCreated;
import static io.runstream.query.projection.Events.tag;
import static io.runstream.query.projection.Events.tagDeleted;
import static io.runstream.query.projection.Events.tagged;
import static io.runstream.query.projection.Events.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.runstream.event.v1.ExperimentLifecycle;
import io.runstream.event.v1.LogParams;
import io.runstream.event.v1.RunStatus;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.UpdateRun;
import io.runstream.query.projection.Events;
import io.runstream.query.projection.fold.registry.LoadedRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunEventsTest {
    private final UUID run = UUID.randomUUID();

    @Test
    void aRunBeginsRunningWithItsTags() {
        Folded folded = Folded.run(run, runCreated(run));

        assertThat(folded.row())
                .isEqualTo(new RunRow(
                        run,
                        1,
                        "kind-fox-7",
                        "ada",
                        1,
                        900,
                        null,
                        "mlflow-artifacts:/1/" + Events.id(run) + "/artifacts",
                        false,
                        1_000));
        assertThat(folded.tags()).containsExactly(entry(new RunKey(run, "mlflow.runName"), "kind-fox-7"));
        assertThat(folded.reply().getRunCreated().getRunId()).isEqualTo(Events.id(run));
    }

    @Test
    void theSameCreationAgainChangesNothing() {
        Folded folded =
                Folded.run(run, runCreated(run), tagged(run, tag("mlflow.runName", "renamed")), runCreated(run));

        assertThat(folded.row().name()).isEqualTo("renamed");
        assertThat(folded.last()).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void anotherRunOfTheSameIdIsADeadLetter() {
        TrackingEvent.Builder other = runCreated(run);
        other.getRunCreatedBuilder().setStartTime(5);

        assertThat(Folded.run(run, runCreated(run), other).deadLetter()).isEqualTo("another run has this id");
    }

    @Test
    void factsOnARunThatWasNeverCreatedAreDeadLetters() {
        assertThat(Folded.run(run, logged(run, metric("m", 1, 1, 1))).deadLetter())
                .isEqualTo("no such run was created before");
    }

    @Test
    void commandsOnARunThatWasNeverCreatedAreRefused() {
        assertThat(Folded.run(run, deleted(run)).rejection().getRunNotFound().getRunId())
                .isEqualTo(Events.id(run));
        assertThat(Folded.run(run, params(run, param("p", "1"))).rejection().hasRunNotFound())
                .isTrue();
        assertThat(Folded.run(run, tagDeleted(run, "t")).rejection().hasRunNotFound())
                .isTrue();
        assertThat(Folded.run(run, described(run)).rejection().hasRunNotFound()).isTrue();
        assertThat(Folded.run(run, updated(run, UpdateRun.newBuilder()))
                        .rejection()
                        .hasRunNotFound())
                .isTrue();
    }

    @Test
    void theLastOfEqualTagsWins() {
        Folded folded =
                Folded.run(run, runCreated(run), tagged(run, tag("a", "1"), tag("a", "2")), tagged(run, tag("a", "3")));

        assertThat(folded.tags()).containsEntry(new RunKey(run, "a"), "3");
    }

    @Test
    void theRunNameTagRenamesTheRun() {
        Folded folded = Folded.run(run, runCreated(run), tagged(run, tag("mlflow.runName", "renamed")));

        assertThat(folded.row().name()).isEqualTo("renamed");
        assertThat(folded.tags()).containsEntry(new RunKey(run, "mlflow.runName"), "renamed");
    }

    @Test
    void anEmptyRunNameTagIsIgnored() {
        Folded folded = Folded.run(run, runCreated(run), tagged(run, tag("mlflow.runName", "")));

        assertThat(folded.row().name()).isEqualTo("kind-fox-7");
        assertThat(folded.tags()).containsEntry(new RunKey(run, "mlflow.runName"), "kind-fox-7");
    }

    @Test
    void updateSetsWhatIsPresentAndAnswersTheRun() {
        Folded folded = Folded.run(
                run,
                runCreated(run),
                updated(
                        run,
                        UpdateRun.newBuilder()
                                .setStatus(RunStatus.RUN_STATUS_FINISHED)
                                .setEndTime(2_000)
                                .setName("final")),
                updated(run, UpdateRun.newBuilder()));

        assertThat(folded.row().status()).isEqualTo(3);
        assertThat(folded.row().endTime()).isEqualTo(2_000);
        assertThat(folded.row().name()).isEqualTo("final");
        assertThat(folded.tags()).containsEntry(new RunKey(run, "mlflow.runName"), "final");
        assertThat(folded.reply().getRun().getEndTime()).isEqualTo(2_000);
    }

    @Test
    void anEndTimeOfZeroTakesItAway() {
        Folded folded = Folded.run(
                run,
                runCreated(run),
                updated(run, UpdateRun.newBuilder().setEndTime(2_000)),
                updated(run, UpdateRun.newBuilder().setEndTime(0)));

        assertThat(folded.row().endTime()).isNull();
        assertThat(folded.reply().getRun().hasEndTime()).isFalse();
    }

    @Test
    void deletingTwiceAndRestoringTwiceIsFine() {
        assertThat(Folded.run(run, runCreated(run), deleted(run), deleted(run))
                        .reply()
                        .getRun()
                        .getDeleted())
                .isTrue();
        assertThat(Folded.run(run, runCreated(run), deleted(run), restored(run), restored(run))
                        .reply()
                        .getRun()
                        .getDeleted())
                .isFalse();
    }

    @Test
    void theLifecycleTimeNeverGoesBack() {
        Folded folded = Folded.run(
                run,
                runCreated(run),
                deleted(run).setAcceptedAt(3_000),
                restored(run).setAcceptedAt(2_000));

        assertThat(folded.row().deleted()).isFalse();
        assertThat(folded.row().lifecycleChangedAt()).isEqualTo(3_000);
    }

    @Test
    void factsOnADeletedRunTakeEffect() {
        Folded folded = Folded.run(
                run, runCreated(run), deleted(run), logged(run, metric("m", 1, 1, 1)), tagged(run, tag("t", "1")));

        assertThat(folded.changes().series()).hasSize(1);
        assertThat(folded.tags()).containsEntry(new RunKey(run, "t"), "1");
    }

    @Test
    void commandsOnADeletedRunAreRefused() {
        assertThat(Folded.run(run, runCreated(run), deleted(run), params(run, param("p", "1")))
                        .rejection()
                        .getRunNotActive()
                        .getRunId())
                .isEqualTo(Events.id(run));
        assertThat(Folded.run(run, runCreated(run), deleted(run), tagDeleted(run, "mlflow.runName"))
                        .rejection()
                        .hasRunNotActive())
                .isTrue();
        assertThat(Folded.run(
                                run,
                                runCreated(run),
                                deleted(run),
                                updated(run, UpdateRun.newBuilder().setEndTime(1)))
                        .rejection()
                        .hasRunNotActive())
                .isTrue();
    }

    @Test
    void aRestoredExperimentMakesItsDeletedRunsActive() {
        ExperimentLifecycle restoredLater = ExperimentLifecycle.newBuilder()
                .setDeleted(false)
                .setChangedAt(2_000)
                .build();

        Folded folded = Folded.run(
                run, runCreated(run), deleted(run), params(run, param("p", "1")).setExperiment(restoredLater));

        assertThat(folded.reply().hasDone()).isTrue();
    }

    @Test
    void aDeletedExperimentMakesItsRunsDeletedUntilTheyAreRestored() {
        ExperimentLifecycle deletedLater = ExperimentLifecycle.newBuilder()
                .setDeleted(true)
                .setChangedAt(2_000)
                .build();

        assertThat(Folded.run(run, runCreated(run), params(run, param("p", "1")).setExperiment(deletedLater))
                        .rejection()
                        .hasRunNotActive())
                .isTrue();
        assertThat(Folded.run(
                                run,
                                runCreated(run),
                                restored(run).setAcceptedAt(3_000),
                                params(run, param("p", "1")).setExperiment(deletedLater))
                        .reply()
                        .hasDone())
                .isTrue();
    }

    @Test
    void paramsWithTheirMetricsAndTagsTakeEffectTogether() {
        TrackingEvent.Builder all = params(run, param("p", "1"), param("q", ""));
        LogParams.Builder batch = all.getLogParamsBuilder();
        batch.addMetrics(metric("m", 1, 1, 1)).addTags(tag("t", "1"));

        Folded folded = Folded.run(run, runCreated(run), all);

        assertThat(folded.changes().params())
                .containsExactlyInAnyOrderEntriesOf(Map.of(new RunKey(run, "p"), "1", new RunKey(run, "q"), ""));
        assertThat(folded.changes().series()).hasSize(1);
        assertThat(folded.tags()).containsEntry(new RunKey(run, "t"), "1");
        assertThat(folded.reply().hasDone()).isTrue();
    }

    @Test
    void aChangedParamRefusesAllThatCameWithIt() {
        TrackingEvent.Builder changed = params(run, param("p", "2"), param("new", "1"));
        changed.getLogParamsBuilder().addMetrics(metric("m", 1, 1, 1)).addTags(tag("t", "1"));

        Folded folded = Folded.run(run, runCreated(run), params(run, param("p", "1")), changed);

        assertThat(folded.rejection().getParamsChanged().getChangesList())
                .extracting(c -> c.getKey() + ":" + c.getOldValue() + ">" + c.getNewValue())
                .containsExactly("p:1>2");
        assertThat(folded.changes().params()).containsOnlyKeys(new RunKey(run, "p"));
        assertThat(folded.changes().series()).isEmpty();
        assertThat(folded.tags()).doesNotContainKey(new RunKey(run, "t"));
    }

    @Test
    void aRunIsWrittenForItsTagsOrParamsButNotForItsMetrics() {
        RunRow row = Folded.run(run, runCreated(run)).row();
        LoadedState loaded = LoadedState.NOTHING.withRuns(Map.of(run, row));

        assertThat(Folded.run(loaded, run, tagged(run, tag("t", "1"))).changes().runs())
                .containsExactly(row);
        assertThat(Folded.run(loaded, run, params(run, param("p", "1")))
                        .changes()
                        .runs())
                .containsExactly(row);
        assertThat(Folded.run(loaded, run, logged(run, metric("m", 1, 0, 0)), updated(run, UpdateRun.newBuilder()))
                        .changes()
                        .runs())
                .isEmpty();
    }

    @Test
    void theSameParamAgainIsFineAndWritesNothing() {
        RunRow row = Folded.run(run, runCreated(run)).row();
        LoadedState loaded = new LoadedState(
                Map.of(run, row),
                Map.of(new RunKey(run, "p"), "1"),
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                Map.of(),
                Map.of(),
                LoadedRegistry.NOTHING);

        Folded folded = Folded.run(loaded, run, params(run, param("p", "1")));

        assertThat(folded.reply().hasDone()).isTrue();
        assertThat(folded.changes().params()).isEmpty();
    }

    @Test
    void aTagIsDeletedOnceAndThenMissing() {
        Folded folded = Folded.run(
                run, runCreated(run), tagged(run, tag("t", "1")), tagDeleted(run, "t"), tagDeleted(run, "t"));

        assertThat(folded.rejection().getRunTagNotFound().getKey()).isEqualTo("t");
        assertThat(folded.tags()).doesNotContainKey(new RunKey(run, "t"));
        assertThat(List.copyOf(folded.changes().removedRunTags())).containsExactly(new RunKey(run, "t"));
    }

    @Test
    void aTagDeletedAndSetAgainIsWritten() {
        Folded folded = Folded.run(
                run, runCreated(run), tagged(run, tag("t", "1")), tagDeleted(run, "t"), tagged(run, tag("t", "2")));

        assertThat(folded.tags()).containsEntry(new RunKey(run, "t"), "2");
        assertThat(folded.changes().removedRunTags()).isEmpty();
    }

    @Test
    void aStatusOfANewerWriterIsADeadLetter() {
        Folded folded = Folded.run(
                run, runCreated(run), updated(run, UpdateRun.newBuilder().setStatusValue(99)));

        assertThat(folded.deadLetter()).isEqualTo("a run status that this version does not know");
    }
}
