package io.runstream.api.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFieldsTest {
    private static RequestFields json(String body) {
        return RequestFields.ofJson(body.getBytes(UTF_8));
    }

    private static void assertRefused(ThrowingCallable read, String message) {
        assertThatThrownBy(read).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE);
            assertThat(e.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "5", "{\"name\": tru", "\"{\\\"name\"", "\u0000"})
    void bodyThatIsNoObjectHasNoFields(String body) {
        assertThat(json(body).has("name")).isFalse();
        assertRefused(
                () -> json(body).requiredString("name"),
                "Missing value for required parameter 'name'. See the API docs for more information about request"
                        + " parameters.");
    }

    @Test
    void aBodyOfMorePartsThanAnyRequestHasIsReadAsAnEmptyOne() {
        String many = "{},".repeat(130_000);
        RequestFields fields =
                RequestFields.ofJson(("{\"run_id\":\"a\",\"metrics\":[" + many + "{}]}").getBytes(UTF_8));
        assertThat(fields.has("run_id")).isFalse();
    }

    @Test
    void bodyEncodedTwiceIsDecodedTwice() {
        assertThat(json("\"{\\\"name\\\": \\\"n\\\"}\"").requiredString("name")).isEqualTo("n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": null}", "{\"name\": \"\"}"})
    void requiredStringMayNotBeAbsentNullOrEmpty(String body) {
        assertRefused(
                () -> json(body).requiredString("name"),
                "Missing value for required parameter 'name'. See the API docs for more information about request"
                        + " parameters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|5|int",
                "1.5|1.5|float",
                "true|true|bool",
                "[\"x\"]|[\"x\"]|list",
                "{\"b\":1,\"a\":\"ü\"}|{\"a\":\"\\u00fc\",\"b\":1}|dict"
            })
    void wrongTypeIsQuotedAndNamedAsPythonNamesIt(String sent, String quoted, String type) {
        assertRefused(
                () -> json("{\"name\": " + sent + "}").requiredString("name"),
                "Invalid value " + quoted + " for parameter 'name' supplied:  Hint: Value was of type '" + type
                        + "'. See the API docs for more information about request parameters.");
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "'\"7\"',7",
        "-9223372036854775808,-9223372036854775808",
        "'\"9223372036854775807\"',9223372036854775807",
        "3.0,3",
        "1e3,1000",
        "'\"1.8e+12\"',1800000000000",
        "'\" 5.0\"',5"
    })
    void integerMayBeANumberOrAString(String sent, long expected) {
        assertThat(json("{\"step\": " + sent + "}").int64("step", 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "9223372036854775808",
                "\"x\"",
                "true",
                "[]",
                "1e30",
                "NaN",
                "Infinity",
                "\"\"",
                "\"1.5\"",
                "\"e\"",
                "\"1e400\"",
                "\"1e999999999\"",
                "\"1e-999999999\"",
                "\"1.00000000000000000000000000000000000000000\""
            })
    void whatIsNoIntegerIsRefused(String sent) {
        assertThatThrownBy(() -> json("{\"step\": " + sent + "}").int64("step", 0))
                .isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,1.5",
        "'\"1.5\"',1.5",
        "'\"NaN\"',NaN",
        "NaN,NaN",
        "Infinity,Infinity",
        "-Infinity,-Infinity",
        "'\"Inf\"',Infinity",
        "'\"-inf\"',-Infinity",
        "1e400,Infinity",
        "0,0.0",
        "-0.0,-0.0"
    })
    void doubleMayBeAnyFormThatAClientWrites(String sent, Double expected) {
        assertThat(json("{\"value\": " + sent + "}").requiredDouble("value")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"1.5f\"", "\"0x1p3\"", "true", "[]", "{}", "\"1 2\""})
    void whatIsNoDoubleIsRefused(String sent) {
        assertThatThrownBy(() -> json("{\"value\": " + sent + "}").requiredDouble("value"))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void eitherSpellingIsReadAndBothAreRefused() {
        assertThat(json("{\"experimentId\": \"1\"}").requiredString("experiment_id"))
                .isEqualTo("1");
        assertRefused(
                () -> json("{\"experimentId\": \"1\", \"experiment_id\": \"1\"}")
                        .requiredString("experiment_id"),
                "Request specifies both 'experiment_id' and 'experimentId'; provide only one of them.");
    }

    @Test
    void oldNameOfTheRunIdIsRead() {
        assertThat(json("{\"run_uuid\": \"a\"}").runId()).isEqualTo("a");
        assertThat(json("{\"run_uuid\": \"b\", \"run_id\": \"a\"}").runId()).isEqualTo("a");
    }

    @Test
    void elementsOfListsKnowTheirPlace() {
        List<RequestFields> metrics =
                json("{\"metrics\": [{\"key\": \"a\"}, {}]}").objects("metrics");

        assertThat(metrics.get(0).requiredString("key")).isEqualTo("a");
        assertRefused(
                () -> metrics.get(1).requiredString("key"),
                "Missing value for required parameter 'metrics[1].key'. See the API docs for more information about"
                        + " request parameters.");
    }

    @Test
    void listOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> json("{\"metrics\": [5]}").objects("metrics")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> json("{\"metrics\": \"x\"}").objects("metrics"))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void nulIsRefusedAndHalfASurrogatePairReplaced() {
        assertRefused(
                () -> json("{\"value\": \"a\\u0000b\"}").optionalString("value"),
                "Invalid value for parameter 'value' supplied: Text must not contain the character U+0000.");
        assertThat(json("{\"value\": \"a\\ud800b\"}").optionalString("value")).isEqualTo("a\uFFFDb");
        assertThat(json("{\"value\": \"\\ud83d\\ude00\"}").optionalString("value"))
                .isEqualTo("\uD83D\uDE00");
    }

    @Test
    void bodyNestedTooDeeplyHasNoFields() {
        String deep = "{\"name\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThat(json(deep).has("name")).isFalse();
    }

    @Test
    void queryGivesValuesAndListsAlike() {
        RequestFields query = RequestFields.ofQuery(
                Map.of("order_by", List.of("a", "b"), "max_results", List.of("5"), "run_ids", List.of("r")));

        assertThat(query.strings("order_by")).containsExactly("a", "b");
        assertThat(query.strings("run_ids")).containsExactly("r");
        assertThat(query.int64("max_results", 0)).isEqualTo(5);
    }

    @Test
    void booleanMayBeAWord() {
        assertThat(json("{\"b\": \"TRUE\"}").bool("b", false)).isTrue();
        assertThat(json("{}").bool("b", true)).isTrue();
        assertRefused(
                () -> json("{\"b\": \"yes\"}").bool("b", false),
                "Invalid boolean value: yes, must be 'true' or 'false'.");
    }
}
