package io.runstream.api.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.api.request.RequestFields;
import io.runstream.id.ExperimentId;
import org.junit.jupiter.api.Test;

class CreateRunRequestTest {
    private static CreateRunRequest create(String body) {
        return CreateRunRequest.from(RequestFields.ofJson(body.getBytes(UTF_8)));
    }

    @Test
    void runIsNamedByTheArgumentOrTheTag() {
        assertThat(create("{\"experiment_id\": \"0\", \"run_name\": \"n\"}").runName())
                .isEqualTo("n");
        assertThat(create("{\"experiment_id\": \"0\", \"tags\": [{\"key\": \"mlflow.runName\", \"value\": \"n\"}]}")
                        .runName())
                .isEqualTo("n");
        assertThat(create("{\"experiment_id\": \"0\"}").runName()).isNull();
    }

    @Test
    void twoNamesAreRefused() {
        assertThatThrownBy(
                        () -> create(
                                "{\"experiment_id\": \"0\", \"run_name\": \"a\", \"tags\": [{\"key\": \"mlflow.runName\", \"value\": \"b\"}]}"))
                .hasMessage("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values"
                        + " (run_name='a', mlflow.runName='b').");
    }

    @Test
    void absentTimeIsZeroAndAbsentUserEmpty() {
        CreateRunRequest request = create("{\"experiment_id\": \"7\"}");

        assertThat(request.experiment()).isEqualTo(new ExperimentId(7));
        assertThat(request.startTime()).isZero();
        assertThat(request.userId()).isEmpty();
    }

    @Test
    void experimentMustBeNamed() {
        assertThatThrownBy(() -> create("{}"))
                .hasMessage("A run needs an experiment: parameter 'experiment_id' is missing.");
        assertThatThrownBy(() -> create("{\"experiment_id\": \"abc\"}"))
                .hasMessage("Invalid experiment ID 'abc'. Experiment ID must be a valid integer.");
    }
}
