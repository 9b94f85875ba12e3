package io.runstream.conformance;

import static io.runstream.conformance.ServerUnderTest.newExperiment;
import static io.runstream.conformance.ServerUnderTest.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.ExperimentsPage;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

class ExperimentsTest {

    private final MlflowClient client = ServerUnderTest.client();

    @Test
    void anExperimentIsFoundByIdAndByName() {
        String name = unique("Größe 日本");
        String id = client.createExperiment(CreateExperiment.newBuilder()
                .setName(name)
                .addTags(ExperimentTag.newBuilder().setKey("team").setValue("vision"))
                .build());

        Experiment experiment = client.getExperiment(id);

        assertThat(experiment.getName()).isEqualTo(name);
        assertThat(experiment.getLifecycleStage()).isEqualTo("active");
        assertThat(experiment.getArtifactLocation()).isEqualTo("mlflow-artifacts:/" + id);
        assertThat(experiment.getTagsList())
                .extracting(ExperimentTag::getKey, ExperimentTag::getValue)
                .containsExactly(tuple("team", "vision"));
        assertThat(client.getExperimentByName(name)).contains(experiment);
    }

    @Test
    void anUnknownNameIsAbsent() {
        assertThat(client.getExperimentByName(unique("nobody"))).isEmpty();
    }

    @Test
    void anUnknownIdIsRefused() {
        assertThatThrownBy(() -> client.getExperiment("987654321"))
                .isInstanceOfSatisfying(MlflowHttpException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(404);
                    assertThat(refused.getBodyMessage()).contains("No Experiment with id=987654321 exists");
                });
    }

    @Test
    void aTakenNameIsRefused() {
        String name = unique("taken");
        client.createExperiment(name);

        assertThatThrownBy(() -> client.createExperiment(name))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        refused -> assertThat(refused.getBodyMessage()).contains("RESOURCE_ALREADY_EXISTS"));
    }

    @Test
    void renamingTaggingDeletingAndRestoring() {
        String id = newExperiment(client);
        String renamed = unique("renamed");

        client.renameExperiment(id, renamed);
        client.setExperimentTag(id, "stage", "final");
        client.deleteExperiment(id);

        assertThat(client.getExperiment(id).getLifecycleStage()).isEqualTo("deleted");
        client.restoreExperiment(id);
        Experiment experiment = client.getExperiment(id);
        assertThat(experiment.getName()).isEqualTo(renamed);
        assertThat(experiment.getLifecycleStage()).isEqualTo("active");
        assertThat(experiment.getTags(0).getValue()).isEqualTo("final");
    }

    @Test
    void searchingGoesPageByPage() {
        String prefix = unique("page");
        for (String letter : List.of("a", "b", "c")) {
            client.createExperiment(prefix + letter);
        }
        String filter = "name LIKE '" + prefix + "%'";

        ExperimentsPage first = client.searchExperiments(filter, ViewType.ACTIVE_ONLY, 2, List.of("name DESC"));
        assertThat(first.getItems()).extracting(Experiment::getName).containsExactly(prefix + "c", prefix + "b");
        assertThat(first.hasNextPage()).isTrue();

        assertThat(first.getNextPage().getItems())
                .extracting(Experiment::getName)
                .containsExactly(prefix + "a");
        assertThat(first.getNextPage().hasNextPage()).isFalse();
    }
}
