package io.runstream.query.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.query.search.ProbedAnswers;
import io.runstream.query.search.TextTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFilterTest {

    static Stream<Arguments> probedFilters() {
        return ProbedAnswers.of(ExperimentFilterTest.class, "filters.tsv");
    }

    @ParameterizedTest
    @MethodSource("probedFilters")
    void answersAsMlflowDoes(String filter, String answer) {
        assertThat(ProbedAnswers.answer(() -> ExperimentFilter.parse(filter.translateEscapes())))
                .isEqualTo(answer);
    }

    @Test
    void wordsMayBeInLowerCase() {
        assertThat(ExperimentFilter.parse("name like 'a%' and experiment_id in ('1', '2') and tags.x is null"))
                .containsExactly(
                        new ExperimentCondition.Name(new TextTest.Like("a%")),
                        new ExperimentCondition.Id(List.of(1L, 2L), true),
                        new ExperimentCondition.HasTag("x", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    tags.a           | Invalid order_by entity: tag
                    name UP          | Invalid ordering key in order_by clause 'name UP'.
                    name asc desc    | Invalid order_by clause 'name asc desc'. Could not be parsed.
                    attr.name        | Invalid entity type 'attr'. Valid entity types are ('attribute', 'tag', 'tags')
                    attribute.name   | ok
                    """)
    void ordersAreReadAsMlflowReadsThem(String clause, String answer) {
        assertThat(ProbedAnswers.answer(() -> ExperimentOrder.parse(List.of(clause))))
                .isEqualTo(answer);
    }

    @Test
    void anAttributeNamedTwiceCountsOnce() {
        assertThat(ExperimentOrder.parse(List.of("name", "name DESC")).columns())
                .hasSize(2);
    }
}
