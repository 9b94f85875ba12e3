package io.runstream.query.model;

import io.runstream.error.ApiException;
import io.runstream.error.SearchErrors;
import io.runstream.query.search.Clause;
import io.runstream.query.search.Comparison;
import io.runstream.query.search.FilterSyntax;
import io.runstream.query.search.Identifier;
import io.runstream.query.search.NumberTest;
import io.runstream.query.search.Operand;
import io.runstream.query.search.TextTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a filter of logged models. Its language is not quite that of runs: prefixes have one spelling, texts may go
 * without quotes, any text may be looked for in a list, and nothing can be asked for its presence.
 */
final class LoggedModelFilter {
    private static final List<String> ENTITIES = List.of("attributes", "metrics", "params", "tags");
    private static final List<String> NUMBER_COMPARATORS = List.of("<", "<=", ">", ">=", "=", "!=");
    private static final List<String> TEXT_COMPARATORS = List.of("=", "!=", "LIKE", "ILIKE", "IN", "NOT IN");
    private static final String STATUS_PREFIX = "LOGGED_MODEL_";

    private LoggedModelFilter() {}

    /**
     * @param filter all of its comparisons must hold; none if empty
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static List<LoggedModelCondition> parse(String filter) {
        return FilterSyntax.parseOrRefuse(filter, strays -> SearchErrors.invalidModelFilter(filter)).stream()
                .map(clause -> switch (clause) {
                    case Clause.Presence presence -> throw SearchErrors.invalidModelFilter(filter);
                    case Clause.Compare compare -> condition(compare);
                })
                .toList();
    }

    private static LoggedModelCondition condition(Clause.Compare compare) {
        Identifier name = Identifier.parse(compare.identifier());
        String key = name.key();
        if (!name.hasPrefix()) {
            return attribute(key, compare);
        }
        return switch (name.plainPrefix()) {
            case "attributes" -> attribute(key, compare);
            case "metrics" -> new LoggedModelCondition.Metric(key, numberTest("metrics." + key, compare));
            case "params" -> new LoggedModelCondition.Param(key, textTest("params." + key, compare));
            case "tags" -> new LoggedModelCondition.Tag(key, textTest("tags." + key, compare));
            default -> throw SearchErrors.unknownModelEntity(name.plainPrefix(), ENTITIES);
        };
    }

    private static LoggedModelCondition attribute(String key, Clause.Compare compare) {
        LoggedModelAttribute attribute =
                LoggedModelAttribute.find(key).orElseThrow(() -> SearchErrors.unknownModelAttribute(key));
        String shown = "attributes." + key;
        if (attribute.isNumber()) {
            return new LoggedModelCondition.Time(attribute, numberTest(shown, compare));
        }
        TextTest test = textTest(shown, compare);
        return new LoggedModelCondition.Text(
                attribute, attribute == LoggedModelAttribute.STATUS ? statusTest(test) : test);
    }

    private static NumberTest numberTest(String shown, Clause.Compare compare) {
        Comparison comparison = Comparison.find(compare.comparator())
                .orElseThrow(() -> wrongComparator(shown, compare, NUMBER_COMPARATORS));
        return new NumberTest(
                comparison, compare.value().requireNumber(found -> SearchErrors.modelNeedsNumber(shown, found)));
    }

    private static TextTest textTest(String shown, Clause.Compare compare) {
        Operand value = compare.value();
        Optional<TextTest> test = value.isList()
                ? TextTest.find(compare.comparator(), value.requireTexts())
                : TextTest.find(compare.comparator(), value.bareText());
        return test.orElseThrow(() -> wrongComparator(shown, compare, TEXT_COMPARATORS));
    }

    private static ApiException wrongComparator(String shown, Clause.Compare compare, List<String> known) {
        return SearchErrors.invalidModelComparator(shown, compare.comparator(), known);
    }

    /** A status may be said as clients show it, as the wire has it, or by the number that MLflow's own filters want. */
    private static TextTest statusTest(TextTest test) {
        return switch (test) {
            case TextTest.Equal equal -> new TextTest.Equal(statusName(equal.value()));
            case TextTest.NotEqual notEqual -> new TextTest.NotEqual(statusName(notEqual.value()));
            case TextTest.In in -> new TextTest.In(statusNames(in.values()));
            case TextTest.NotIn notIn -> new TextTest.NotIn(statusNames(notIn.values()));
            case TextTest.Like like -> like;
            case TextTest.LikeIgnoringCase like -> like;
        };
    }

    private static List<String> statusNames(List<String> values) {
        return values.stream().map(LoggedModelFilter::statusName).toList();
    }

    private static String statusName(String value) {
        String word = value.startsWith(STATUS_PREFIX) ? value.substring(STATUS_PREFIX.length()) : value;
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "0", "STATUS_UNSPECIFIED" -> "UNSPECIFIED";
            case "1" -> "PENDING";
            case "2" -> "READY";
            case "3", "UPLOAD_FAILED" -> "FAILED";
            default -> word;
        };
    }
}
