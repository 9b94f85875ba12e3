package io.runstream.query.experiment;

import io.runstream.error.PythonText;
import io.runstream.error.SearchErrors;
import io.runstream.id.ExperimentId;
import io.runstream.query.search.Clause;
import io.runstream.query.search.Comparison;
import io.runstream.query.search.FilterSyntax;
import io.runstream.query.search.NumberTest;
import io.runstream.query.search.Operand;
import io.runstream.query.search.TextTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads a filter of experiments. Unlike MLflow's it takes {@code like} and {@code in} in lower case, as that of runs. */
final class ExperimentFilter {
    private static final List<String> COMPARATORS = List.of("!=", "=", "LIKE", "ILIKE", "IN", "NOT IN");

    private ExperimentFilter() {}

    /**
     * @param filter all of its comparisons must hold; none if empty
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static List<ExperimentCondition> parse(String filter) {
        // MLflow looks at all names and values before it looks at the first comparator, which decides who complains.
        List<Supplier<ExperimentCondition>> conditions = FilterSyntax.parse(filter, UnaryOperator.identity()).stream()
                .map(ExperimentFilter::read)
                .toList();
        return conditions.stream().map(Supplier::get).toList();
    }

    private static Supplier<ExperimentCondition> read(Clause clause) {
        ExperimentKey key = ExperimentKey.parse(clause.identifier());
        return switch (clause) {
            case Clause.Presence presence -> presence(key, presence.present());
            case Clause.Compare compare -> key.tag() ? tag(key.key(), compare) : attribute(key.key(), compare);
        };
    }

    private static Supplier<ExperimentCondition> presence(ExperimentKey key, boolean wanted) {
        if (!key.tag()) {
            throw SearchErrors.experimentPresenceNotSupported(key.key());
        }
        return () -> new ExperimentCondition.HasTag(key.key(), wanted);
    }

    private static Supplier<ExperimentCondition> tag(String key, Clause.Compare compare) {
        String value = compare.value().requireText(found -> SearchErrors.entityNeedsString("tag", found));
        return () -> new ExperimentCondition.Tag(
                key,
                TextTest.find(compare.comparator(), value)
                        .orElseThrow(() -> SearchErrors.invalidComparatorFor("tag", compare.comparator())));
    }

    private static Supplier<ExperimentCondition> attribute(String key, Clause.Compare compare) {
        Optional<ExperimentTime> time = ExperimentTime.find(key);
        if (time.isPresent()) {
            return time(key, time.get(), compare);
        }
        if (key.equals(ExperimentKey.EXPERIMENT_ID)) {
            return id(compare);
        }
        if (compare.value().isList()) {
            throw SearchErrors.listNotSupported(ExperimentKey.EXPERIMENT_ID);
        }
        String value = compare.value().requireText(SearchErrors::attributeNeedsString);
        return () -> new ExperimentCondition.Name(TextTest.find(compare.comparator(), value)
                .orElseThrow(() -> SearchErrors.invalidComparator(compare.comparator(), COMPARATORS)));
    }

    private static Supplier<ExperimentCondition> time(String key, ExperimentTime time, Clause.Compare compare) {
        NumberTest.Value value = compare.value().requireNumber(found -> SearchErrors.attributeNeedsNumber(key, found));
        return () -> {
            Comparison comparison = Comparison.find(compare.comparator())
                    .orElseThrow(() -> SearchErrors.invalidComparatorUnclosed(compare.comparator(), COMPARATORS));
            if (value instanceof NumberTest.Real real && compare.value().kind() == Operand.Kind.DECIMAL) {
                throw SearchErrors.attributeNeedsInteger(key, PythonText.number(real.value()));
            }
            return new ExperimentCondition.Time(time, new NumberTest(comparison, value));
        };
    }

    private static Supplier<ExperimentCondition> id(Clause.Compare compare) {
        boolean list = compare.value().isList();
        List<String> values = list
                ? compare.value().requireTexts()
                : List.of(compare.value().requireText(SearchErrors::attributeNeedsString));
        return () -> {
            boolean wanted = switch (compare.comparator()) {
                case "=", "IN" -> true;
                case "!=", "NOT IN" -> false;
                default -> throw SearchErrors.invalidComparatorFor(ExperimentKey.EXPERIMENT_ID, compare.comparator());
            };
            List<Long> ids = values.stream()
                    .map(ExperimentId::parse)
                    .map(ExperimentId::value)
                    .toList();
            return new ExperimentCondition.Id(ids, wanted);
        };
    }
}
