package io.runstream.query.registry;

import io.runstream.api.registry.PromptTags;
import io.runstream.error.PythonText;
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
import java.util.function.UnaryOperator;

/**
 * What a search of registered models or versions looks for.
 *
 * @param conditions all must be met
 * @param prompts whether prompts count; without them, none is found
 */
record RegistryFilter(List<RegistryCondition> conditions, boolean prompts) {
    private static final List<String> NUMBERS =
            List.of("version_number", "creation_timestamp", "last_updated_timestamp");

    /** @throws io.runstream.error.ApiException 400 in MLflow's words */
    static RegistryFilter ofModels(String filter) {
        return parse(filter, RegistryAttribute.OF_MODELS);
    }

    /** @throws io.runstream.error.ApiException 400 in MLflow's words */
    static RegistryFilter ofVersions(String filter) {
        return parse(filter, RegistryAttribute.OF_VERSIONS);
    }

    private static RegistryFilter parse(String filter, List<RegistryAttribute> attributes) {
        // MLflow looks at all names and values before it looks at the first comparator, which decides who complains.
        List<Supplier<RegistryCondition>> read = FilterSyntax.parse(filter, UnaryOperator.identity()).stream()
                .map(clause -> read(clause, attributes))
                .toList();
        List<RegistryCondition> conditions = read.stream().map(Supplier::get).toList();
        boolean prompts = asksForPrompts(conditions);
        return new RegistryFilter(
                prompts
                        ? conditions
                        : conditions.stream()
                                .filter(condition -> !isAboutPrompts(condition))
                                .toList(),
                prompts);
    }

    /** By the first condition on that tag. Models don't have the tag, so nothing but this tells them from prompts. */
    private static boolean asksForPrompts(List<RegistryCondition> conditions) {
        return conditions.stream()
                .filter(RegistryFilter::isAboutPrompts)
                .findFirst()
                .filter(condition -> condition instanceof RegistryCondition.Tag tag
                        && (tag.test() instanceof TextTest.Equal(var value) && value.equalsIgnoreCase("true")
                                || tag.test() instanceof TextTest.NotEqual(var other)
                                        && other.equalsIgnoreCase("false")))
                .isPresent();
    }

    private static boolean isAboutPrompts(RegistryCondition condition) {
        return condition instanceof RegistryCondition.Tag tag && tag.key().equals(PromptTags.IS_PROMPT);
    }

    private static Supplier<RegistryCondition> read(Clause clause, List<RegistryAttribute> attributes) {
        RegistryKey key = RegistryKey.parse(clause.identifier(), RegistryAttribute.keys(attributes));
        Optional<RegistryAttribute> attribute =
                key.tag() ? Optional.empty() : RegistryAttribute.find(key.key(), attributes);
        return switch (clause) {
            // MLflow breaks down here.
            case Clause.Presence presence -> {
                String comparator = presence.present() ? "IS NOT NULL" : "IS NULL";
                throw SearchErrors.invalidComparatorFor(key.tag() ? "tag" : "attribute", comparator);
            }
            case Clause.Compare compare ->
                attribute.map(known -> attribute(known, attributes, compare)).orElseGet(() -> tag(key.key(), compare));
        };
    }

    private static Supplier<RegistryCondition> tag(String key, Clause.Compare compare) {
        String value = compare.value().requireText(found -> SearchErrors.entityNeedsString("tag", found));
        return () -> new RegistryCondition.Tag(
                key,
                TextTest.find(compare.comparator(), value)
                        .orElseThrow(() -> SearchErrors.invalidComparatorFor("tag", compare.comparator())));
    }

    private static Supplier<RegistryCondition> attribute(
            RegistryAttribute attribute, List<RegistryAttribute> attributes, Clause.Compare compare) {
        Operand value = compare.value();
        if (value.isList()) {
            if (!attribute.takesLists()) {
                throw SearchErrors.listNotSupported("name", "run_id");
            }
            List<String> values = value.requireTexts();
            return () -> text(attribute, compare, TextTest.find(compare.comparator(), values));
        }
        boolean number = value.kind() == Operand.Kind.INTEGER || value.kind() == Operand.Kind.DECIMAL;
        if (number && attributes.stream().anyMatch(RegistryAttribute::isNumber)) {
            return number(attribute, compare);
        }
        String text = value.requireText(SearchErrors::attributeNeedsStringOrList);
        return attribute.isNumber()
                ? () -> number(attribute, compare, text)
                : () -> text(attribute, compare, TextTest.find(compare.comparator(), text));
    }

    private static RegistryCondition text(
            RegistryAttribute attribute, Clause.Compare compare, Optional<TextTest> test) {
        return new RegistryCondition.Text(
                attribute.column(),
                test.orElseThrow(() -> SearchErrors.invalidComparatorFor("attribute", compare.comparator())));
    }

    private static Supplier<RegistryCondition> number(RegistryAttribute attribute, Clause.Compare compare) {
        if (!attribute.isNumber()) {
            throw SearchErrors.attributeIsNoNumber(NUMBERS);
        }
        NumberTest.Value value = compare.value().requireNumber(SearchErrors::attributeNeedsStringOrList);
        return () -> {
            Comparison comparison = comparison(attribute, compare);
            if (value instanceof NumberTest.Real real && compare.value().kind() == Operand.Kind.DECIMAL) {
                throw SearchErrors.attributeNeedsWholeNumber(attribute.key(), PythonText.number(real.value()));
            }
            return new RegistryCondition.Number(attribute.column(), new NumberTest(comparison, value));
        };
    }

    /** MLflow takes a number in quotes, too. */
    private static RegistryCondition number(RegistryAttribute attribute, Clause.Compare compare, String text) {
        Comparison comparison = comparison(attribute, compare);
        try {
            NumberTest.Value value = new NumberTest.Whole(Long.parseLong(text.strip()));
            return new RegistryCondition.Number(attribute.column(), new NumberTest(comparison, value));
        } catch (NumberFormatException e) {
            throw SearchErrors.attributeNeedsWholeNumber(attribute.key(), PythonText.string(text));
        }
    }

    private static Comparison comparison(RegistryAttribute attribute, Clause.Compare compare) {
        return Comparison.find(compare.comparator())
                .orElseThrow(
                        () -> SearchErrors.invalidComparatorFor("attribute " + attribute.key(), compare.comparator()));
    }
}
