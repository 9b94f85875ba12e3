package io.runstream.query.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runstream.query.search.ProbedAnswers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunOrderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> probedOrders() {
        return ProbedAnswers.of(RunOrderTest.class, "orders.tsv");
    }

    @ParameterizedTest
    @MethodSource("probedOrders")
    void answersAsMlflowDoes(String orderBy, String answer) throws JsonProcessingException {
        List<String> clauses = JSON.readValue(orderBy, new TypeReference<>() {});
        assertThat(ProbedAnswers.answer(() -> RunOrder.parse(clauses))).isEqualTo(answer);
    }

    @Test
    void theLatestStartedComesFirstUnlessToldOtherwise() {
        assertThat(RunOrder.parse(List.of()))
                .containsExactly(new RunSort(new RunSort.Time(TimeAttribute.START_TIME), false));
        assertThat(RunOrder.parse(List.of("metrics.`val loss` DESC")))
                .containsExactly(
                        new RunSort(new RunSort.Metric("val loss"), false),
                        new RunSort(new RunSort.Time(TimeAttribute.START_TIME), false));
        assertThat(RunOrder.parse(List.of("created asc")))
                .containsExactly(new RunSort(new RunSort.Time(TimeAttribute.START_TIME), true));
    }

    @Test
    void anAliasIsADuplicate() {
        assertThat(ProbedAnswers.answer(() -> RunOrder.parse(List.of("start_time", "created DESC"))))
                .isEqualTo("`order_by` contains duplicate fields: ['start_time', 'created DESC']");
    }
}
