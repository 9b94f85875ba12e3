package io.runstream.query.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random comparisons of every kind that a filter of runs can have. */
final class RandomFilters {
    private static final List<String> NUMBER_OPERATORS = List.of(">", ">=", "<", "<=", "=", "!=");
    private static final List<String> TEXT_OPERATORS = List.of("=", "!=", "LIKE", "like", "ILIKE");
    private static final List<String> PATTERNS =
            List.of("%", "a%", "%b", "_", "__", "%\\%", "A%", "É", "%'%", "%日%", "10");
    private static final Map<String, Function<ModelRun, @Nullable Object>> TEXT_ATTRIBUTES = Map.of(
            "run_id", ModelRun::hexId,
            "run_name", ModelRun::name,
            "attributes.`Run Name`", ModelRun::name,
            "user_id", ModelRun::user,
            "attr.status", ModelRun::statusName,
            "artifact_uri", ModelRun::artifactUri);
    private static final Map<String, Function<ModelRun, @Nullable Object>> TIME_ATTRIBUTES = Map.of(
            "start_time", ModelRun::startTime, "created", ModelRun::startTime, "run.end_time", ModelRun::endTime);

    private RandomFilters() {}

    static Arbitrary<List<ModelFilter>> filters() {
        return Arbitraries.oneOf(metrics(), params(), tags(), presence(), texts(), times(), datasets(), datasetLists())
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<ModelFilter> metrics() {
        return Combinators.combine(
                        Arbitraries.of(RandomRuns.KEYS),
                        Arbitraries.of(NUMBER_OPERATORS),
                        Arbitraries.of("0", "-1", "1.0", "0.5", "1e300", "-1.5E-3", "5.", ".5", "9007199254740993"))
                .as((key, operator, number) -> new ModelFilter(
                        "metrics.`" + key + "` " + operator + " " + number,
                        run -> compare(run.metrics().get(key), operator, Double.parseDouble(number))));
    }

    private static Arbitrary<ModelFilter> params() {
        return labels("params", ModelRun::params);
    }

    private static Arbitrary<ModelFilter> tags() {
        return labels("tag", ModelRun::tags);
    }

    private static Arbitrary<ModelFilter> labels(String prefix, Function<ModelRun, Map<String, String>> labels) {
        return Combinators.combine(Arbitraries.of(RandomRuns.KEYS), textTests())
                .as((key, test) -> new ModelFilter(
                        prefix + ".\"" + key + "\" " + test.text(),
                        run -> test.holds(labels.apply(run).get(key))));
    }

    private static Arbitrary<ModelFilter> presence() {
        return Combinators.combine(
                        Arbitraries.of(RandomRuns.KEYS), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((key, ofParam, wanted) -> new ModelFilter(
                        (ofParam ? "parameter" : "tags") + ".`" + key + "` IS " + (wanted ? "NOT NULL" : "NULL"),
                        run -> (ofParam ? run.params() : run.tags()).containsKey(key) == wanted));
    }

    private static Arbitrary<ModelFilter> texts() {
        return Combinators.combine(Arbitraries.of(TEXT_ATTRIBUTES.keySet()), textTests())
                .as((key, test) -> new ModelFilter(
                        key + " " + test.text(),
                        run -> test.holds((String)
                                Objects.requireNonNull(TEXT_ATTRIBUTES.get(key)).apply(run))));
    }

    private static Arbitrary<ModelFilter> times() {
        return Combinators.combine(
                        Arbitraries.of(TIME_ATTRIBUTES.keySet()),
                        Arbitraries.of(NUMBER_OPERATORS),
                        Arbitraries.of("0", "-1", "100", "9007199254740993", "9223372036854775807"))
                .as((key, operator, number) -> new ModelFilter(key + operator + number, run -> {
                    Object time =
                            Objects.requireNonNull(TIME_ATTRIBUTES.get(key)).apply(run);
                    return time != null && ordered(Long.compare((Long) time, Long.parseLong(number)), operator);
                }));
    }

    private static Arbitrary<ModelFilter> datasets() {
        return Combinators.combine(
                        Arbitraries.of("name", "digest", "context"),
                        Arbitraries.of("=", "!=", "LIKE", "ILIKE"),
                        Arbitraries.of("d", "1", "train", "D", "t%"))
                .as((key, operator, value) -> {
                    TextTest test = new TextTest(operator, value);
                    return new ModelFilter(
                            "dataset." + key + " " + test.text(), run -> anyInput(run, key, test::holds));
                });
    }

    private static Arbitrary<ModelFilter> datasetLists() {
        return Combinators.combine(
                        Arbitraries.of("name", "digest", "context"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("d", "1", "train").set().ofMinSize(1))
                .as((key, wanted, values) -> new ModelFilter(
                        "datasets." + key + (wanted ? " IN " : " NOT IN ") + list(values),
                        run -> anyInput(run, key, value -> value != null && values.contains(value) == wanted)));
    }

    private static boolean anyInput(ModelRun run, String key, Predicate<@Nullable String> test) {
        return run.inputs().stream()
                .anyMatch(input -> test.test(
                        key.equals("name") ? input.name() : key.equals("digest") ? input.digest() : input.context()));
    }

    private static String list(Collection<String> values) {
        return "('" + String.join("', '", values) + "')";
    }

    private static Arbitrary<TextTest> textTests() {
        return Combinators.combine(
                        Arbitraries.of(TEXT_OPERATORS), Arbitraries.of(RandomRuns.TEXTS), Arbitraries.of(PATTERNS))
                .as((operator, text, pattern) -> new TextTest(operator, operator.endsWith("=") ? text : pattern));
    }

    /** A comparison of a text, which a missing one never meets. */
    private record TextTest(String operator, String value) {
        String text() {
            return operator + (value.contains("'") ? " \"" + value + "\"" : " '" + value + "'");
        }

        boolean holds(@Nullable String text) {
            if (text == null) {
                return false;
            }
            return switch (operator) {
                case "=" -> text.equals(value);
                case "!=" -> !text.equals(value);
                case "ILIKE" -> like(Pattern.CASE_INSENSITIVE).matcher(text).matches();
                default -> like(0).matcher(text).matches();
            };
        }

        private Pattern like(int flags) {
            StringBuilder regex = new StringBuilder();
            value.codePoints()
                    .forEach(
                            c -> regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
            return Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
        }
    }

    /** NaN meets only {@code !=}, and a missing value nothing. */
    private static boolean compare(@Nullable Double value, String operator, double number) {
        if (value == null) {
            return false;
        }
        if (value.isNaN()) {
            return operator.equals("!=");
        }
        return ordered(value < number ? -1 : value > number ? 1 : 0, operator);
    }

    private static boolean ordered(int comparison, String operator) {
        return switch (operator) {
            case ">" -> comparison > 0;
            case ">=" -> comparison >= 0;
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case "=" -> comparison == 0;
            default -> comparison != 0;
        };
    }
}
