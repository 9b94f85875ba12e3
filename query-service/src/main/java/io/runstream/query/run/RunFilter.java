package io.runstream.query.run;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.Clause;
import io.runstream.query.search.Comparison;
import io.runstream.query.search.FilterSyntax;
import io.runstream.query.search.NumberTest;
import io.runstream.query.search.Operand;
import io.runstream.query.search.TextTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a filter of runs. */
final class RunFilter {
    private static final List<String> ATTRIBUTES = List.of(
            "run_id",
            "run_name",
            "user_id",
            "status",
            "artifact_uri",
            "start_time",
            "end_time",
            "created",
            "Created",
            "run name",
            "Run name",
            "Run Name");
    private static final List<String> LABEL_COMPARATORS = List.of("!=", "=", "LIKE", "ILIKE", "IS NULL", "IS NOT NULL");
    private static final List<String> TEXT_COMPARATORS = List.of("!=", "=", "LIKE", "ILIKE", "IN", "NOT IN");

    private RunFilter() {}

    /**
     * @param filter all of its comparisons must hold; none if empty
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static List<RunCondition> parse(String filter) {
        // MLflow looks at all names and values before it looks at the first comparator, which decides who complains.
        List<Supplier<RunCondition>> conditions = FilterSyntax.parse(filter, stray -> "'" + stray + "'").stream()
                .map(RunFilter::read)
                .toList();
        return conditions.stream().map(Supplier::get).toList();
    }

    private static Supplier<RunCondition> read(Clause clause) {
        RunKey key = RunKey.parse(clause.identifier(), ATTRIBUTES);
        return switch (clause) {
            case Clause.Presence presence -> presence(key, presence.present());
            case Clause.Compare compare ->
                switch (key.entity()) {
                    case METRIC -> metric(key.key(), compare);
                    case PARAM, TAG -> label(key, compare);
                    case ATTRIBUTE -> attribute(key.key(), compare);
                    case DATASET -> dataset(DatasetAttribute.of(key.key()), compare);
                };
        };
    }

    private static Supplier<RunCondition> presence(RunKey key, boolean wanted) {
        return switch (key.entity()) {
            case PARAM -> () -> new RunCondition.HasParam(key.key(), wanted);
            case TAG -> () -> new RunCondition.HasTag(key.key(), wanted);
            case METRIC, ATTRIBUTE, DATASET ->
                throw SearchErrors.runPresenceNotSupported(key.entity().word(), key.key());
        };
    }

    private static Supplier<RunCondition> metric(String key, Clause.Compare compare) {
        NumberTest.Value value = compare.value().requireNumber(SearchErrors::metricNeedsNumber);
        return () -> new RunCondition.Metric(key, numberTest(compare, value, Comparison.SYMBOLS));
    }

    private static Supplier<RunCondition> label(RunKey key, Clause.Compare compare) {
        String word = key.entity().word();
        String value = compare.value().requireText(found -> SearchErrors.entityNeedsString(word, found));
        Optional<TextTest> test = TextTest.find(compare.comparator(), value);
        return key.entity() == Entity.PARAM
                ? () -> new RunCondition.Param(
                        key.key(),
                        test.orElseThrow(() -> SearchErrors.invalidComparator(compare.comparator(), LABEL_COMPARATORS)))
                : () -> new RunCondition.Tag(
                        key.key(),
                        test.orElseThrow(
                                () -> SearchErrors.invalidComparatorUnclosed(compare.comparator(), LABEL_COMPARATORS)));
    }

    private static Supplier<RunCondition> attribute(String key, Clause.Compare compare) {
        Optional<TimeAttribute> time = TimeAttribute.find(key);
        if (time.isPresent()) {
            NumberTest.Value value =
                    compare.value().requireNumber(found -> SearchErrors.attributeNeedsNumber(key, found));
            return () -> new RunCondition.Time(time.get(), numberTest(compare, value, TEXT_COMPARATORS));
        }
        TextAttribute attribute = TextAttribute.find(key).orElseThrow();
        if (compare.value().isList() && attribute != TextAttribute.RUN_ID) {
            throw SearchErrors.listNotSupported("run_id");
        }
        Optional<TextTest> test = textTest(compare, SearchErrors::attributeNeedsString);
        return () -> new RunCondition.Text(
                attribute,
                test.orElseThrow(() -> SearchErrors.invalidComparator(compare.comparator(), TEXT_COMPARATORS)));
    }

    private static Supplier<RunCondition> dataset(DatasetAttribute attribute, Clause.Compare compare) {
        Optional<TextTest> test = textTest(compare, SearchErrors::datasetNeedsString);
        return () -> new RunCondition.Dataset(
                attribute,
                test.orElseThrow(() -> SearchErrors.invalidComparatorUnclosed(compare.comparator(), TEXT_COMPARATORS)));
    }

    /** Empty if the comparator does not go with a text, or not with a list. */
    private static Optional<TextTest> textTest(
            Clause.Compare compare, java.util.function.Function<String, io.runstream.error.ApiException> otherwise) {
        Operand value = compare.value();
        return value.isList()
                ? TextTest.find(compare.comparator(), value.requireTexts())
                : TextTest.find(compare.comparator(), value.requireText(otherwise));
    }

    private static NumberTest numberTest(Clause.Compare compare, NumberTest.Value value, List<String> shown) {
        return Comparison.find(compare.comparator())
                .map(comparison -> new NumberTest(comparison, value))
                .orElseThrow(() -> SearchErrors.invalidComparatorUnclosed(compare.comparator(), shown));
    }
}
