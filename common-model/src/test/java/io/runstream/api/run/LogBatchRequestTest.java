package io.runstream.api.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import io.runstream.error.ApiException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogBatchRequestTest {
    private static LogBatchRequest batch(String fields) {
        return LogBatchRequest.from(RequestFields.ofJson(("{\"run_id\": \"r1\", " + fields + "}").getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"metrics\": [{\"key\": \"a\", \"value\": 1}]|Missing value for required parameter 'metrics[0].timestamp'. See the API docs for more information about request parameters.",
                "\"metrics\": [{\"key\": \"a!\", \"value\": 1, \"timestamp\": 1}]|Invalid value \"a!\" for parameter 'metrics[0].name' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
                "\"metrics\": [{\"key\": \"a\", \"value\": 1, \"timestamp\": -1}]|'Invalid value -1 for parameter ''metrics[0].timestamp'' supplied: metric ''a'' (value=1.0). Timestamp must be a nonnegative long (64-bit integer) '",
                "\"metrics\": [{\"key\": \"a\", \"value\": \"x\", \"timestamp\": 1}]|Invalid value \"x\" for parameter 'metrics[0].value' supplied:  Hint: Value was of type 'str'. See the API docs for more information about request parameters.",
                "\"params\": [{\"value\": \"1\"}]|Missing value for required parameter 'params[0].key'. See the API docs for more information about request parameters.",
                "\"params\": [{\"key\": \"d\", \"value\": \"1\"}, {\"key\": \"d\", \"value\": \"1\"}]|Duplicate parameter keys have been submitted: ['d']. Please ensure the request contains only one param value per param key.",
                "\"tags\": [{\"key\": \"../a\", \"value\": \"1\"}]|Invalid value \"../a\" for parameter 'tags[0].key' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '../a'"
            })
    void mistakeIsNamedWithItsPlace(String fields, String message) {
        assertThatThrownBy(() -> batch(fields)).isInstanceOf(ApiException.class).hasMessage(message);
    }

    @Test
    void tooLongKeysAreNamedAsMlflowNamesThem() {
        String key = "k".repeat(251);

        assertThatThrownBy(() -> batch("\"metrics\": [{\"key\": \"" + key + "\", \"value\": 1, \"timestamp\": 1}]"))
                .hasMessage("'Metric name' exceeds the maximum length of 250 characters");
        assertThatThrownBy(() -> batch("\"params\": [{\"key\": \"" + key + "\"}]"))
                .hasMessage("'Param key' exceeds the maximum length of 250 characters");
        assertThatThrownBy(() -> batch("\"tags\": [{\"key\": \"" + key + "\"}]"))
                .hasMessage("'tags[0].key' exceeds the maximum length of 250 characters");
    }

    @Test
    void tooManyOfAnythingIsRefused() {
        String params = IntStream.range(0, 101)
                .mapToObj(i -> "{\"key\": \"p" + i + "\"}")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> batch("\"params\": [" + params + "]"))
                .hasMessage("A batch logging request can contain at most 100 params. Got 101 params. Please split up"
                        + " params across multiple requests and try again.");
    }

    @Test
    void longValuesAreCutByCodePoints() {
        String smileys = "\uD83D\uDE00".repeat(6001);

        LogBatchRequest batch = batch("\"params\": [{\"key\": \"p\", \"value\": \"" + smileys + "\"}]");

        assertThat(batch.params()).containsExactly(new KeyValue("p", "\uD83D\uDE00".repeat(6000)));
    }

    @Test
    void infinitiesBecomeTheGreatestFiniteNumbers() {
        LogBatchRequest batch = batch(
                "\"metrics\": [{\"key\": \"a\", \"value\": \"Infinity\", \"timestamp\": 1}, {\"key\": \"a\", \"value\": -1e999, \"timestamp\": 1}]");

        assertThat(batch.metrics().get(0).value()).isEqualTo(Double.MAX_VALUE);
        assertThat(batch.metrics().get(1).value()).isEqualTo(-Double.MAX_VALUE);
    }

    @Test
    void wordThatCanBeNoRunIdIsRefusedBeforeTheRunIsLookedFor() {
        assertThatThrownBy(() -> LogBatchRequest.from(RequestFields.ofJson("{\"run_id\": \"a/b\"}".getBytes(UTF_8))))
                .hasMessage("Invalid value \"a/b\" for parameter 'run_id' supplied.");
    }
}
