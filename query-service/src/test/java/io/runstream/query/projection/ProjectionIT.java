package io.runstream.query.projection;

import static io.runstream.query.projection.Events.event;
import static io.runstream.query.projection.Events.experiment;
import static io.runstream.query.projection.Events.logged;
import static io.runstream.query.projection.Events.metric;
import static io.runstream.query.projection.Events.param;
import static io.runstream.query.projection.Events.params;
import static io.runstream.query.projection.Events.runCreated;
import static io.runstream.query.projection.Events.tag;
import static io.runstream.query.projection.Events.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.Dataset;
import io.runstream.event.v1.DatasetInput;
import io.runstream.event.v1.EnsureDefaultExperiment;
import io.runstream.event.v1.InputsLogged;
import io.runstream.event.v1.ModelInput;
import io.runstream.event.v1.ModelOutput;
import io.runstream.event.v1.OutputsLogged;
import io.runstream.event.v1.Reply;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionIT {
    private final ProjectionFixture fixture = new ProjectionFixture();
    private final UUID run = UUID.randomUUID();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everythingLoggedToARunIsInItsTables() {
        fixture.project(Map.of());
        fixture.publish(run, runCreated(run));
        fixture.publish(run, logged(run, metric("loss", 0.5, 10, 1), metric("loss", Double.NaN, 20, 2)));
        fixture.publish(run, tagged(run, tag("team", "vision"), tag("mlflow.runName", "renamed")));
        fixture.publish(run, params(run, param("lr", "0.1")));
        fixture.publish(
                run,
                event().setInputsLogged(InputsLogged.newBuilder()
                        .setRunId(Events.id(run))
                        .addDatasets(DatasetInput.newBuilder()
                                .setDataset(Dataset.newBuilder()
                                        .setName("iris")
                                        .setDigest("d1")
                                        .setSourceType("local")
                                        .setSource("/iris"))
                                .addTags(tag("mlflow.data.context", "train")))
                        .addModels(ModelInput.newBuilder().setModelId("m-1"))));
        fixture.publish(
                run,
                event().setOutputsLogged(OutputsLogged.newBuilder()
                        .setRunId(Events.id(run))
                        .addModels(ModelOutput.newBuilder().setModelId("m-2").setStep(-3))));

        fixture.awaitProjected();

        assertThat(fixture.query("SELECT name, status, start_time, end_time, deleted FROM run"))
                .containsExactly("renamed|1|900|null|f");
        assertThat(fixture.query("SELECT key, value FROM run_tag ORDER BY key"))
                .containsExactly("mlflow.runName|renamed", "team|vision");
        assertThat(fixture.query("SELECT key, value FROM param")).containsExactly("lr|0.1");
        assertThat(fixture.query("SELECT key, step, timestamp, value FROM metric_latest"))
                .containsExactly("loss|2|20|NaN");
        assertThat(fixture.query("SELECT key, step, timestamp, value FROM metric_point ORDER BY step"))
                .containsExactly("loss|1|10|0.5", "loss|2|20|NaN");
        assertThat(fixture.query("SELECT r.name, r.digest, tag_keys, tag_values, context, source, schema"
                        + " FROM run_dataset r JOIN dataset USING (dataset_id)"))
                .containsExactly("iris|d1|{mlflow.data.context}|{train}|train|/iris|null");
        assertThat(fixture.query("SELECT model_id FROM run_model_input")).containsExactly("m-1");
        assertThat(fixture.query("SELECT model_id, step FROM run_model_output")).containsExactly("m-2|-3");
    }

    @Test
    void commandsAreAnsweredAfterTheirCommit() {
        fixture.project(Map.of());
        Reply created = fixture.ask(event().setEnsureDefaultExperiment(
                        EnsureDefaultExperiment.newBuilder().setDefaultArtifactRoot("mlflow-artifacts:")));
        assertThat(created.getExperiment().getArtifactLocation()).isEqualTo("mlflow-artifacts:/0");
        assertThat(fixture.ask(experiment("a")).getExperiment().getExperimentId())
                .isEqualTo(1);
        assertThat(fixture.ask(experiment("a"))
                        .getRejection()
                        .getExperimentNameTaken()
                        .getName())
                .isEqualTo("a");
        fixture.publish(run, runCreated(run));
        assertThat(fixture.ask(run, params(run, param("p", "1"))).hasDone()).isTrue();

        Reply changed = fixture.ask(run, params(run, param("p", "2")));

        assertThat(changed.getRejection().getParamsChanged().getChanges(0).getOldValue())
                .isEqualTo("1");
        assertThat(fixture.query("SELECT key, value FROM param")).containsExactly("p|1");
        assertThat(fixture.query("SELECT experiment_id, name FROM experiment ORDER BY 1"))
                .containsExactly("0|Default", "1|a");
    }
}
