package io.runstream.query.projection.fold;

import static io.runstream.query.projection.RegistryCommands.alias;
import static io.runstream.query.projection.RegistryCommands.copy;
import static io.runstream.query.projection.RegistryCommands.deleteModel;
import static io.runstream.query.projection.RegistryCommands.deleteVersion;
import static io.runstream.query.projection.RegistryCommands.describe;
import static io.runstream.query.projection.RegistryCommands.model;
import static io.runstream.query.projection.RegistryCommands.move;
import static io.runstream.query.projection.RegistryCommands.prompt;
import static io.runstream.query.projection.RegistryCommands.rename;
import static io.runstream.query.projection.RegistryCommands.untagModel;
import static io.runstream.query.projection.RegistryCommands.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.runstream.event.v1.ModelStage;
import io.runstream.event.v1.ModelVersionReference;
import io.runstream.event.v1.ModelVersionState;
import org.junit.jupiter.api.Test;

class RegistryEventsTest {
    private static ModelVersionReference.Builder of(String name) {
        return ModelVersionReference.newBuilder().setName(name);
    }

    @Test
    void aNameIsTakenOnceAndTheRefusalSaysByWhat() {
        assertThat(Folded.registry(model("m"), model("m"))
                        .rejection()
                        .getRegisteredModelNameTaken()
                        .getByPrompt())
                .isFalse();
        assertThat(Folded.registry(prompt("m"), model("m"))
                        .rejection()
                        .getRegisteredModelNameTaken()
                        .getByPrompt())
                .isTrue();
    }

    @Test
    void versionsCountFromOneAndNumbersOfDeletedOnesAreNotGivenAgain() {
        Folded folded = Folded.registry(model("m"), version("m"), version("m"), deleteVersion("m", 2), version("m"));

        assertThat(folded.reply().getModelVersion().getVersion()).isEqualTo(3);
    }

    @Test
    void aModelThatGetsTheNameOfADeletedOneCountsFromOneAgain() {
        Folded folded = Folded.registry(model("m"), version("m"), deleteModel("m"), model("m"), version("m"));

        assertThat(folded.reply().getModelVersion().getVersion()).isEqualTo(1);
        assertThat(folded.changes().registry().models()).hasSize(1);
        assertThat(folded.changes().registry().versions()).hasSize(1);
    }

    @Test
    void deletionTellsWhenTheDeletedModelHadBeenCreated() {
        Folded folded = Folded.registry(model("m"));
        long createdAt = folded.reply().getRegisteredModel().getCreationTime();

        Folded deleted = Folded.registry(model("m"), deleteModel("m"));

        assertThat(createdAt).isPositive();
        assertThat(deleted.reply().getDone().getRegisteredModelCreatedAt()).isEqualTo(createdAt);
    }

    @Test
    void renamingFreesTheNameAndTakesTheVersionsAlong() {
        Folded folded = Folded.registry(
                model("a"),
                version("a"),
                alias("a", "best", 1),
                rename("a", "b").setAcceptedAt(5_000));

        assertThat(folded.reply().getRegisteredModel().getName()).isEqualTo("b");
        assertThat(folded.reply().getRegisteredModel().getAliases(0).getVersion())
                .isEqualTo(1);
        assertThat(folded.reply().getRegisteredModel().getLatestVersions(0).getName())
                .isEqualTo("b");
        assertThat(folded.reply().getRegisteredModel().getLatestVersions(0).getLastUpdateTime())
                .isEqualTo(5_000);
        assertThat(Folded.registry(model("a"), rename("a", "b"), model("a"))
                        .reply()
                        .hasRegisteredModel())
                .isTrue();
        assertThat(Folded.registry(model("a"), model("b"), rename("a", "b"))
                        .rejection()
                        .hasRegisteredModelNameTaken())
                .isTrue();
    }

    @Test
    void archivingLeavesOnlyTheNewVersionInTheStage() {
        Folded folded = Folded.registry(
                model("m"),
                version("m"),
                version("m"),
                version("m"),
                move("m", 1, ModelStage.MODEL_STAGE_PRODUCTION, false),
                move("m", 2, ModelStage.MODEL_STAGE_PRODUCTION, false),
                move("m", 3, ModelStage.MODEL_STAGE_PRODUCTION, true),
                describe("m", "x"));

        assertThat(folded.reply().getRegisteredModel().getLatestVersionsList())
                .extracting(ModelVersionState::getVersion, ModelVersionState::getStage)
                .containsExactly(
                        tuple(2, ModelStage.MODEL_STAGE_ARCHIVED), tuple(3, ModelStage.MODEL_STAGE_PRODUCTION));
    }

    @Test
    void anAliasNamesOneVersionAndGoesWithIt() {
        Folded folded = Folded.registry(
                model("m"),
                version("m"),
                version("m"),
                alias("m", "best", 1),
                alias("m", "best", 2),
                describe("m", ""));
        assertThat(folded.reply().getRegisteredModel().getAliasesList())
                .singleElement()
                .satisfies(alias -> assertThat(alias.getVersion()).isEqualTo(2));

        Folded deleted = Folded.registry(
                model("m"), version("m"), alias("m", "best", 1), deleteVersion("m", 1), describe("m", ""));
        assertThat(deleted.reply().getRegisteredModel().getAliasesList()).isEmpty();
    }

    @Test
    void aVersionIsNotFoundWhetherItsModelIsOrNot() {
        assertThat(Folded.registry(model("m"), alias("m", "a", 1))
                        .rejection()
                        .getModelVersionNotFound()
                        .getVersion())
                .isEqualTo(1);
        assertThat(Folded.registry(deleteVersion("m", 1))
                        .rejection()
                        .getModelVersionNotFound()
                        .getName())
                .isEqualTo("m");
        assertThat(Folded.registry(version("m"))
                        .rejection()
                        .getRegisteredModelNotFound()
                        .getName())
                .isEqualTo("m");
    }

    @Test
    void deletingATagThatIsNotThereIsDone() {
        assertThat(Folded.registry(model("m"), untagModel("m", "t")).reply().hasDone())
                .isTrue();
    }

    @Test
    void aCopyHasTheFilesAndTheRunOfItsOriginal() {
        ModelVersionState copy = Folded.registry(
                        model("m"),
                        model("n"),
                        version("m"),
                        alias("m", "best", 1),
                        copy("n", of("m").setAlias("best")))
                .reply()
                .getModelVersion();

        assertThat(copy.getSource()).isEqualTo("models:/m/1");
        assertThat(copy.getRunId()).isEqualTo("r");
    }

    @Test
    void aCopyOfWhatIsNotThereIsRefused() {
        assertThat(Folded.registry(model("m"), copy("m", of("m").setAlias("a")))
                        .rejection()
                        .getModelAliasNotFound()
                        .getAlias())
                .isEqualTo("a");
        assertThat(Folded.registry(model("m"), copy("m", of("m").setLatestInValue(0)))
                        .rejection()
                        .hasNoLatestModelVersion())
                .isTrue();
        assertThat(Folded.registry(model("m"), prompt("p"), copy("m", of("p").setNumber(1)))
                        .rejection()
                        .hasCopiedVersionIsPrompt())
                .isTrue();
    }
}
