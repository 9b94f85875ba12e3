package io.runstream.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryLimitsTest {
    @Test
    void tenOfEachAreEnough() {
        assertThat(exceeded("{" + aliases(10) + "}")).isEmpty();
        assertThat(exceeded(nested(10))).isEmpty();
    }

    @Test
    void elevenRootFieldsAreTooMany() {
        assertThat(exceeded("{" + "x ".repeat(11) + "}"))
                .contains("GraphQL queries should have at most 10 root fields, got 11 root fields.");
    }

    @Test
    void elevenAliasesOnALevelAreTooMany() {
        assertThat(exceeded("{ x {" + aliases(11) + "} }"))
                .contains("GraphQL queries should have at most 10 aliases, got 11 aliases.");
    }

    @Test
    void aliasesSpreadOverFragmentsAreCountedTogether() {
        assertThat(exceeded("{ x { ...F ... on X { " + aliases(6) + " } } } fragment F on X { " + aliases(6) + " }"))
                .contains("GraphQL queries should have at most 10 aliases, got 12 aliases.");
    }

    @Test
    void elevenLevelsAreTooDeep() {
        assertThat(exceeded(nested(11))).contains("Query exceeds maximum depth of 10");
    }

    @Test
    void fragmentsThatSpreadEachOtherEndAtTheDepth() {
        assertThat(exceeded("{ ...A } fragment A on X { x { ...B } } fragment B on X { y { ...A } }"))
                .contains("Query exceeds maximum depth of 10");
        assertThat(exceeded("{ ...A } fragment A on X { ...B } fragment B on X { ...A }"))
                .isEmpty();
    }

    @Test
    void aThousandAndOneFieldsAreTooMany() {
        assertThat(exceeded("{ x {" + "y ".repeat(1_000) + "} }"))
                .contains("Query exceeds maximum total selections of 1000");
    }

    @Test
    void fragmentsThatMultiplyAreStoppedOnTheWay() {
        String fragments = IntStream.range(0, 9)
                .mapToObj(i -> "fragment F%d on X { %s }"
                        .formatted(i, "x { ...F%d } ".formatted(i + 1).repeat(10)))
                .collect(Collectors.joining(" "));

        assertThat(exceeded("{ ...F0 } " + fragments)).contains("Query exceeds maximum total selections of 1000");
    }

    private static Optional<String> exceeded(String query) {
        return QueryLimits.exceededBy(Parser.parse(query));
    }

    private static String aliases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + ": x").collect(Collectors.joining(" "));
    }

    private static String nested(int depth) {
        return "{ x ".repeat(depth) + String.join("", Collections.nCopies(depth, "}"));
    }
}
