package io.runstream.query.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import io.runstream.query.search.Comparison;
import io.runstream.query.search.NumberTest;
import io.runstream.query.search.TextTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoggedModelFilterTest {

    @Test
    void readsEveryKindOfComparison() {
        // When
        List<LoggedModelCondition> conditions = LoggedModelFilter.parse("metrics.acc > 0.5 AND params.`lr` = 0.01"
                + " AND tags.team LIKE 'a%' AND attributes.name in ('x', 'y') AND creation_time >= 5");
        // Then
        assertThat(conditions)
                .containsExactly(
                        new LoggedModelCondition.Metric(
                                "acc", new NumberTest(Comparison.GREATER, new NumberTest.Real(0.5))),
                        new LoggedModelCondition.Param("lr", new TextTest.Equal("0.01")),
                        new LoggedModelCondition.Tag("team", new TextTest.Like("a%")),
                        new LoggedModelCondition.Text(LoggedModelAttribute.NAME, new TextTest.In(List.of("x", "y"))),
                        new LoggedModelCondition.Time(
                                LoggedModelAttribute.CREATION_TIMESTAMP,
                                new NumberTest(Comparison.GREATER_OR_EQUAL, new NumberTest.Whole(5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"READY", "LOGGED_MODEL_READY", "2"})
    void aStatusMayBeSaidInThreeWays(String status) {
        assertThat(LoggedModelFilter.parse("status = '" + status + "'"))
                .containsExactly(
                        new LoggedModelCondition.Text(LoggedModelAttribute.STATUS, new TextTest.Equal("READY")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "param.lr = '1'|Invalid entity type: 'param'. Expected one of ['attributes', 'metrics', 'params', 'tags'].",
                "metrics.a LIKE 'x'|Invalid comparison operator for metrics.a: 'LIKE'. Expected one of ('<', '<=', '>', '>=', '=', '!=').",
                "params.lr > 1|Invalid comparison operator for params.lr: '>'. Expected one of ('=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN').",
                "name RLIKE 'x'|Invalid comparison operator for attributes.name: 'RLIKE'. Expected one of ('=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN').",
                "name = 'a' OR name = 'b'|Invalid filter string: \"name = 'a' OR name = 'b'\". Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').",
                "metrics.a > '1'|Expected a number to compare metrics.a with, got '1'",
                "foo = 'x'|Invalid logged model search key 'foo'",
            })
    void refusesInMlflowsWords(String filter, String message) {
        assertThatThrownBy(() -> LoggedModelFilter.parse(filter))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.message()).isEqualTo(message));
    }
}
