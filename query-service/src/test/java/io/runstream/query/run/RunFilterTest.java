package io.runstream.query.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.query.search.Comparison;
import io.runstream.query.search.NumberTest;
import io.runstream.query.search.ProbedAnswers;
import io.runstream.query.search.TextTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilterTest {

    static Stream<Arguments> probedFilters() {
        return ProbedAnswers.of(RunFilterTest.class, "filters.tsv");
    }

    @ParameterizedTest
    @MethodSource("probedFilters")
    void answersAsMlflowDoes(String filter, String answer) {
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse(filter.translateEscapes())))
                .isEqualTo(answer);
    }

    @Test
    void readsEveryKindOfComparison() {
        // When
        List<RunCondition> conditions =
                RunFilter.parse("metrics.loss < 1e-3 and params.`batch size` != \"64\" AND tag.team like 'a%'"
                        + " params.seed IS NULL AND tags.x IS NOT NULL AND run_id IN ('a', 'b')"
                        + " AND created >= 5 AND datasets.context NOT IN ('train')");
        // Then
        assertThat(conditions)
                .containsExactly(
                        new RunCondition.Metric("loss", new NumberTest(Comparison.LESS, new NumberTest.Real(0.001))),
                        new RunCondition.Param("batch size", new TextTest.NotEqual("64")),
                        new RunCondition.Tag("team", new TextTest.Like("a%")),
                        new RunCondition.HasParam("seed", false),
                        new RunCondition.HasTag("x", true),
                        new RunCondition.Text(TextAttribute.RUN_ID, new TextTest.In(List.of("a", "b"))),
                        new RunCondition.Time(
                                TimeAttribute.START_TIME,
                                new NumberTest(Comparison.GREATER_OR_EQUAL, new NumberTest.Whole(5))),
                        new RunCondition.Dataset(DatasetAttribute.CONTEXT, new TextTest.NotIn(List.of("train"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'run name'", "Run name", "Run Name", "run_name"})
    void aRunsNameHasFourNames(String key) {
        assertThat(RunFilter.parse("attributes.`" + key.replace("'", "") + "` = 'x'"))
                .containsExactly(new RunCondition.Text(TextAttribute.RUN_NAME, new TextTest.Equal("x")));
    }

    @Test
    void anIntegerBeyond64BitsIsComparedAsADouble() {
        assertThat(RunFilter.parse("start_time > 99999999999999999999"))
                .containsExactly(new RunCondition.Time(
                        TimeAttribute.START_TIME, new NumberTest(Comparison.GREATER, new NumberTest.Real(1e20))));
    }

    @Test
    void whatMlflowAnswers500IsA400() {
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse("run_id IN (a)")))
                .isEqualTo("While parsing a list in the query, expected a non-empty list of string values, but got"
                        + " ill-formed list.");
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse("run_id = ('a')")))
                .isEqualTo("Invalid comparator '=' not one of '{'!=', '=', 'LIKE', 'ILIKE', 'IN', 'NOT IN'}'");
    }

    @Test
    void namesAndValuesAreLookedAtBeforeComparators() {
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse("params.p > '1' AND metrics.a = 'x'")))
                .isEqualTo("Expected numeric value type for metric. Found 'x'");
    }

    @Test
    void aListIsReadAsPythonReadsIt() {
        assertThat(RunFilter.parse("run_id IN ('it\\'s', \"a\" 'b', ('c'),)"))
                .containsExactly(
                        new RunCondition.Text(TextAttribute.RUN_ID, new TextTest.In(List.of("it's", "ab", "c"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "'",
                "\"",
                "`",
                "'x",
                "\\",
                "((((((((((",
                "metrics.",
                "= = =",
                "\u0001",
                "\uFFFD",
                "AND AND",
                ";;",
                "a = b = c",
                "run_id IN ('\\x00')",
                "run_id IN ('\\ud800')",
                "run_id IN ('\\u12')",
                "🙂 = '🙂'",
                "/*",
                "--",
                "a.b.c.d = ",
                "= 'x' ="
            })
    void garbageIsRefusedInMlflowsWords(String filter) {
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse(filter)))
                .matches("(?s)Invalid .*|While parsing .*|Search .*|ok");
    }

    @Test
    void aHugeFilterIsNotLookedAt() {
        // Given
        String deep = "(".repeat(100_000) + ")".repeat(100_000);
        // Then
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse("metrics.a > 1 AND ".repeat(20_000))))
                .startsWith("Error on parsing filter '");
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse("metrics.a > 1 AND ".repeat(101))))
                .startsWith("Error on parsing filter '");
        assertThat(ProbedAnswers.answer(() -> RunFilter.parse(deep))).startsWith("Error on parsing filter '((((");
    }
}
