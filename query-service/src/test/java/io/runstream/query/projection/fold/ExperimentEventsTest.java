package io.runstream.query.projection.fold;

import static io.runstream.query.projection.Events.event;
import static io.runstream.query.projection.Events.experiment;
import static io.runstream.query.projection.Events.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.runstream.event.v1.DeleteExperiment;
import io.runstream.event.v1.DeleteExperimentTag;
import io.runstream.event.v1.EnsureDefaultExperiment;
import io.runstream.event.v1.RenameExperiment;
import io.runstream.event.v1.RestoreExperiment;
import io.runstream.event.v1.SetExperimentTag;
import io.runstream.event.v1.TrackingEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExperimentEventsTest {
    private static TrackingEvent.Builder ensureDefault() {
        return event().setEnsureDefaultExperiment(
                        EnsureDefaultExperiment.newBuilder().setDefaultArtifactRoot("mlflow-artifacts:"));
    }

    private static TrackingEvent.Builder rename(long id, String name) {
        return event().setRenameExperiment(
                        RenameExperiment.newBuilder().setExperimentId(id).setName(name));
    }

    private static TrackingEvent.Builder delete(long id) {
        return event().setDeleteExperiment(DeleteExperiment.newBuilder().setExperimentId(id));
    }

    private static TrackingEvent.Builder restore(long id) {
        return event().setRestoreExperiment(RestoreExperiment.newBuilder().setExperimentId(id));
    }

    private static TrackingEvent.Builder setTag(long id, String key, String value) {
        return event().setSetExperimentTag(SetExperimentTag.newBuilder()
                .setExperimentId(id)
                .setKey(key)
                .setValue(value));
    }

    private static TrackingEvent.Builder deleteTag(long id, String key) {
        return event().setDeleteExperimentTag(
                        DeleteExperimentTag.newBuilder().setExperimentId(id).setKey(key));
    }

    @Test
    void theDefaultExperimentIsCreatedOnce() {
        Folded folded = Folded.experiments(ensureDefault(), ensureDefault().setAcceptedAt(9_000));

        assertThat(folded.changes().experiments())
                .containsExactly(new ExperimentRow(0, "Default", "mlflow-artifacts:/0", false, 0, 1_000, 1_000));
        assertThat(folded.reply().getExperiment().getName()).isEqualTo("Default");
    }

    @Test
    void creatingTheDefaultDoesNotOverruleAnOlderDeletionThatIsImportedAfterwards() {
        Folded folded = Folded.experiments(
                ensureDefault().setAcceptedAt(9_000), delete(0).setAcceptedAt(2_000));

        assertThat(folded.changes().experiments())
                .containsExactly(new ExperimentRow(0, "Default", "mlflow-artifacts:/0", true, 2_000, 9_000, 9_000));
    }

    @Test
    void theDefaultIsAsOldAsTheOldestThatWasEverAskedFor() {
        Folded folded = Folded.experiments(
                ensureDefault().setAcceptedAt(9_000), ensureDefault().setAcceptedAt(2_000));

        assertThat(folded.changes().experiments())
                .containsExactly(new ExperimentRow(0, "Default", "mlflow-artifacts:/0", false, 0, 2_000, 2_000));
    }

    @Test
    void anUpdateOfTheDefaultStaysAsLateAsItWas() {
        Folded folded = Folded.experiments(
                ensureDefault().setAcceptedAt(5_000),
                rename(0, "Renamed").setAcceptedAt(6_000),
                ensureDefault().setAcceptedAt(2_000));

        assertThat(folded.changes().experiments())
                .containsExactly(new ExperimentRow(0, "Renamed", "mlflow-artifacts:/0", false, 0, 2_000, 6_000));
    }

    @Test
    void idsCountUpFromOneWhetherOrNotThereIsADefault() {
        assertThat(Folded.experiments(experiment("a")).reply().getExperiment().getExperimentId())
                .isEqualTo(1);
        assertThat(Folded.experiments(ensureDefault(), experiment("a"), experiment("b"))
                        .reply()
                        .getExperiment()
                        .getExperimentId())
                .isEqualTo(2);
    }

    @Test
    void artifactsLieWhereTheClientSaysOrUnderTheDefaultRoot() {
        TrackingEvent.Builder elsewhere = experiment("a");
        elsewhere.getCreateExperimentBuilder().setArtifactLocation("s3://bucket/a");

        assertThat(Folded.experiments(elsewhere).reply().getExperiment().getArtifactLocation())
                .isEqualTo("s3://bucket/a");
        assertThat(Folded.experiments(experiment("a")).reply().getExperiment().getArtifactLocation())
                .isEqualTo("mlflow-artifacts:/1");
    }

    @Test
    void tagsOfACreationAreWritten() {
        TrackingEvent.Builder create = experiment("a");
        create.getCreateExperimentBuilder().addTags(tag("k", "v"));

        assertThat(Folded.experiments(create).changes().experimentTags())
                .isEqualTo(Map.of(new ExperimentKey(1, "k"), "v"));
    }

    @Test
    void aNameStaysTakenWhileItsExperimentIsDeleted() {
        assertThat(Folded.experiments(experiment("a"), delete(1), experiment("a"))
                        .rejection()
                        .getExperimentNameTaken()
                        .getName())
                .isEqualTo("a");
    }

    @Test
    void aRefusedCreationWritesNoTags() {
        TrackingEvent.Builder second = experiment("a");
        second.getCreateExperimentBuilder().addTags(tag("k", "v"));

        assertThat(Folded.experiments(experiment("a"), second).changes().experimentTags())
                .isEmpty();
    }

    @Test
    void renamingFreesTheOldName() {
        Folded folded = Folded.experiments(experiment("a"), rename(1, "b").setAcceptedAt(2_000), experiment("a"));

        assertThat(folded.changes().experiments())
                .extracting(ExperimentRow::name, ExperimentRow::creationTime, ExperimentRow::lastUpdateTime)
                .containsExactly(tuple("b", 1_000L, 2_000L), tuple("a", 1_000L, 1_000L));
    }

    @Test
    void renamingIsRefusedForTakenNamesAndAllowedForItsOwn() {
        assertThat(Folded.experiments(experiment("a"), experiment("b"), rename(2, "a"))
                        .rejection()
                        .hasExperimentNameTaken())
                .isTrue();
        assertThat(Folded.experiments(experiment("a"), rename(1, "a")).reply().hasExperiment())
                .isTrue();
        assertThat(Folded.experiments(experiment("a"), delete(1), rename(1, "b"))
                        .rejection()
                        .hasExperimentNotActive())
                .isTrue();
        assertThat(Folded.experiments(rename(7, "b")).rejection().hasExperimentNotFound())
                .isTrue();
    }

    @Test
    void deletingADeletedOneFindsNothingAndRestoringAnActiveOneIsRefused() {
        assertThat(Folded.experiments(experiment("a"), delete(1), delete(1))
                        .rejection()
                        .getExperimentNotFound()
                        .getExperimentId())
                .isEqualTo(1);
        assertThat(Folded.experiments(experiment("a"), restore(1)).rejection().hasExperimentNotDeleted())
                .isTrue();
        assertThat(Folded.experiments(restore(9)).rejection().hasExperimentNotFound())
                .isTrue();
    }

    @Test
    void deletionAndRestorationMoveTheLastUpdateTime() {
        Folded folded = Folded.experiments(
                experiment("a"), delete(1).setAcceptedAt(2_000), restore(1).setAcceptedAt(3_000));

        assertThat(folded.changes().experiments())
                .containsExactly(new ExperimentRow(1, "a", "mlflow-artifacts:/1", false, 3_000, 1_000, 3_000));
    }

    @Test
    void settingATagLeavesTheLastUpdateTime() {
        Folded folded = Folded.experiments(experiment("a"), setTag(1, "k", "v").setAcceptedAt(2_000));

        assertThat(folded.changes().experiments())
                .extracting(ExperimentRow::lastUpdateTime)
                .containsExactly(1_000L);
        assertThat(folded.changes().experimentTags()).isEqualTo(Map.of(new ExperimentKey(1, "k"), "v"));
    }

    @Test
    void tagsOfADeletedExperimentCantBeChanged() {
        assertThat(Folded.experiments(experiment("a"), setTag(1, "k", "v"), delete(1), setTag(1, "k", "w"))
                        .rejection()
                        .hasExperimentNotActive())
                .isTrue();
        assertThat(Folded.experiments(experiment("a"), setTag(1, "k", "v"), delete(1), deleteTag(1, "k"))
                        .rejection()
                        .hasExperimentNotActive())
                .isTrue();
    }

    @Test
    void aMissingTagCantBeDeleted() {
        assertThat(Folded.experiments(experiment("a"), deleteTag(1, "k"))
                        .rejection()
                        .getExperimentTagNotFound()
                        .getKey())
                .isEqualTo("k");
    }
}
