package io.runstream.query.projection.fold;

import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.modelCreated;
import static io.runstream.query.projection.Events.modelDeleted;
import static io.runstream.query.projection.Events.modelDescribed;
import static io.runstream.query.projection.Events.modelFinalized;
import static io.runstream.query.projection.Events.modelParams;
import static io.runstream.query.projection.Events.modelRecorded;
import static io.runstream.query.projection.Events.modelRegistered;
import static io.runstream.query.projection.Events.modelTagDeleted;
import static io.runstream.query.projection.Events.modelTagged;
import static io.runstream.query.projection.Events.param;
import static io.runstream.query.projection.Events.runCreated;
import static io.runstream.query.projection.Events.tag;
import static io.runstream.query.projection.Events.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.LoggedModelStatus;
import io.runstream.id.LoggedModelId;
import io.runstream.query.projection.fold.model.LoggedModelRow;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoggedModelEventsTest {
    private final LoggedModelId model = new LoggedModelId(UUID.randomUUID());
    private final UUID run = UUID.randomUUID();

    private static LoggedModelRow row(Folded folded) {
        return folded.changes().models().iterator().next();
    }

    @Test
    void aModelBeginsPendingWithItsParamsAndTags() {
        Folded folded = Folded.model(model, modelCreated(model));

        LoggedModelState state = folded.reply().getLoggedModel();
        assertThat(state.getStatus()).isEqualTo(LoggedModelStatus.LOGGED_MODEL_STATUS_PENDING);
        assertThat(state.getParamsList()).containsExactly(param("depth", "3"));
        assertThat(state.getTagsList()).containsExactly(tag("stage", "draft"));
        assertThat(state.getCreatedAt()).isEqualTo(1_000);
    }

    @Test
    void theSameCreationAgainChangesNothingAndAnotherOneIsADeadLetter() {
        assertThat(Folded.model(model, modelCreated(model), modelCreated(model))
                        .changes()
                        .models())
                .hasSize(1);

        var other = modelCreated(model);
        other.getLoggedModelCreatedBuilder().setName("forest");
        assertThat(Folded.model(model, modelCreated(model), other).deadLetter())
                .isEqualTo("another logged model has this id");
    }

    @Test
    void eachVersionMadeOfItIsListedOnce() {
        Folded folded = Folded.model(
                model,
                modelCreated(model),
                modelTagged(model, tag("mlflow.modelVersions", "no JSON")),
                modelRegistered(model, "cats", 1),
                modelRegistered(model, "dogs", 3),
                modelRegistered(model, "cats", 1));

        assertThat(row(folded).tags())
                .containsEntry(
                        "mlflow.modelVersions",
                        "[{\"name\":\"cats\",\"version\":1},{\"name\":\"dogs\",\"version\":3}]");
    }

    @Test
    void anyStatusFollowsAnyOtherAndMovesTheTimeOfTheUpdateButNeverBack() {
        Folded folded = Folded.model(
                model,
                modelCreated(model),
                modelFinalized(model, LoggedModelStatus.LOGGED_MODEL_STATUS_READY)
                        .setAcceptedAt(2_000),
                modelFinalized(model, LoggedModelStatus.LOGGED_MODEL_STATUS_PENDING)
                        .setAcceptedAt(1_500));

        assertThat(folded.reply().getLoggedModel().getStatusValue()).isEqualTo(1);
        assertThat(row(folded).updatedAt()).isEqualTo(2_000);
    }

    @Test
    void tagsAreOverwrittenAndRemovedWithoutMovingTheTimeOfTheUpdate() {
        Folded folded = Folded.model(
                model,
                modelCreated(model),
                modelTagged(model, tag("stage", "a"), tag("stage", "b"), tag("x", "1"))
                        .setAcceptedAt(3_000),
                modelTagDeleted(model, "x"));

        assertThat(row(folded).tags()).isEqualTo(Map.of("stage", "b"));
        assertThat(row(folded).updatedAt()).isEqualTo(1_000);
    }

    @Test
    void aTagThatIsNotThereCanNotBeRemoved() {
        Folded folded = Folded.model(model, modelCreated(model), modelTagDeleted(model, "x"));

        assertThat(folded.rejection().getLoggedModelTagNotFound().getKey()).isEqualTo("x");
    }

    @Test
    void aParamMayBeRepeatedButNotChanged() {
        Folded same = Folded.model(model, modelCreated(model), modelParams(model, param("depth", "3")));
        Folded changed =
                Folded.model(model, modelCreated(model), modelParams(model, param("n", "1"), param("depth", "4")));

        assertThat(same.reply().hasDone()).isTrue();
        assertThat(changed.rejection()
                        .getLoggedModelParamsChanged()
                        .getChanges(0)
                        .getOldValue())
                .isEqualTo("3");
        assertThat(row(changed).params()).isEqualTo(Map.of("depth", "3"));
    }

    @Test
    void aDeletedModelTakesEverythingStill() {
        Folded folded = Folded.model(
                model,
                modelCreated(model),
                modelDeleted(model),
                modelParams(model, param("n", "1")),
                modelTagged(model, tag("late", "1")),
                modelFinalized(model, LoggedModelStatus.LOGGED_MODEL_STATUS_READY),
                modelDeleted(model));

        assertThat(row(folded).deleted()).isTrue();
        assertThat(row(folded).params()).containsKey("n");
        assertThat(row(folded).tags()).containsKey("late");
        assertThat(row(folded).status()).isEqualTo(2);
    }

    @Test
    void whatIsAskedOfAModelThatIsNotThereIsRefusedAndWhatIsSaidOfItADeadLetter() {
        assertThat(Folded.model(model, modelDescribed(model)).rejection().hasLoggedModelNotFound())
                .isTrue();
        assertThat(Folded.model(model, modelParams(model)).rejection().hasLoggedModelNotFound())
                .isTrue();
        assertThat(Folded.model(model, modelTagDeleted(model, "x")).rejection().hasLoggedModelNotFound())
                .isTrue();
        assertThat(Folded.model(model, modelFinalized(model, LoggedModelStatus.LOGGED_MODEL_STATUS_READY))
                        .rejection()
                        .hasLoggedModelNotFound())
                .isTrue();
        assertThat(Folded.model(model, modelTagged(model)).deadLetter())
                .isEqualTo("no such logged model was created before");
        assertThat(Folded.model(model, modelCreated(model), modelDescribed(model))
                        .reply()
                        .getLoggedModel()
                        .getModelId())
                .isEqualTo(model.toString());
    }

    @Test
    void onlyPointsThatNameAModelAreTheModelsToo() {
        Folded folded = Folded.run(
                run,
                runCreated(run),
                logged(
                        run,
                        metric("loss", 1, 10, 0),
                        metric("acc", 0.5, 10, 0).toBuilder()
                                .setModelId(model.toString())
                                .build()));

        assertThat(folded.changes().series()).hasSize(2);
        assertThat(folded.changes().modelMetrics())
                .extracting(row -> row.modelId() + " " + row.key())
                .containsExactly(model + " acc");
    }

    @Test
    void modelsOfOldClientsGatherInATagOfTheirRun() {
        Folded folded = Folded.run(run, runCreated(run), modelRecorded(run, "{\"a\":1}"), modelRecorded(run, "{}"));

        assertThat(folded.tags()).containsValue("[{\"a\":1},{}]");
    }

    @Test
    void aHistoryThatIsNoListIsLeftAsItIs() {
        Folded folded = Folded.run(
                run, runCreated(run), tagged(run, tag("mlflow.log-model.history", "[{")), modelRecorded(run, "{}"));

        assertThat(folded.rejection().hasModelHistoryUnreadable()).isTrue();
        assertThat(folded.tags()).containsValue("[{");
    }
}
