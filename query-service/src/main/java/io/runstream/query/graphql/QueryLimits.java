package io.runstream.query.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How much one request may ask for. The bounds are MLflow's, and keep a short text from becoming a long answer. */
final class QueryLimits {
    private static final int MAX_ROOT_FIELDS = 10;
    private static final int MAX_ALIASES = 10;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_SELECTIONS = 1_000;

    private final Map<String, FragmentDefinition> fragments;
    private int rootFields;
    private int mostAliases;
    private int selections;

    private QueryLimits(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (one, same) -> one));
    }

    /** What it exceeds, in a sentence; empty if nothing. */
    static Optional<String> exceededBy(Document document) {
        QueryLimits limits = new QueryLimits(document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            String exceeded = limits.measure(operation.getSelectionSet());
            if (exceeded != null) {
                return Optional.of(exceeded);
            }
        }
        return limits.exceeded();
    }

    private Optional<String> exceeded() {
        if (rootFields > MAX_ROOT_FIELDS) {
            return Optional.of(tooMany("root fields", MAX_ROOT_FIELDS, rootFields));
        }
        if (mostAliases > MAX_ALIASES) {
            return Optional.of(tooMany("aliases", MAX_ALIASES, mostAliases));
        }
        return Optional.empty();
    }

    private static String tooMany(String what, int limit, int count) {
        return "GraphQL queries should have at most %d %s, got %d %s.".formatted(limit, what, count, what);
    }

    /** One level of the operation after the other; null if it keeps the bounds of depth and size. */
    private @Nullable String measure(SelectionSet root) {
        List<SelectionSet> level = List.of(root);
        for (int depth = 1; !level.isEmpty(); depth++) {
            if (depth > MAX_DEPTH) {
                return "Query exceeds maximum depth of " + MAX_DEPTH;
            }
            List<SelectionSet> below = new ArrayList<>();
            for (SelectionSet set : level) {
                for (Field field : fieldsOf(set)) {
                    rootFields += depth == 1 ? 1 : 0;
                    if (++selections > MAX_SELECTIONS) {
                        return "Query exceeds maximum total selections of " + MAX_SELECTIONS;
                    }
                    if (field.getSelectionSet() != null) {
                        below.add(field.getSelectionSet());
                    }
                }
            }
            level = below;
        }
        return null;
    }

    /** With those of fragments, which stand in the same place. */
    private List<Field> fieldsOf(SelectionSet set) {
        List<Field> fields = new ArrayList<>();
        Set<String> spread = new HashSet<>();
        Deque<Selection<?>> rest = new ArrayDeque<>();
        rest.addAll(selectionsOf(set));
        while (!rest.isEmpty()) {
            switch (rest.pop()) {
                case Field field -> fields.add(field);
                case InlineFragment fragment -> rest.addAll(selectionsOf(fragment.getSelectionSet()));
                case FragmentSpread fragment
                when spread.add(fragment.getName()) -> {
                    FragmentDefinition definition = fragments.get(fragment.getName());
                    rest.addAll(definition == null ? List.of() : selectionsOf(definition.getSelectionSet()));
                }
                default -> {}
            }
        }
        int aliases =
                (int) fields.stream().filter(field -> field.getAlias() != null).count();
        mostAliases = Math.max(mostAliases, aliases);
        return fields;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Selection<?>> selectionsOf(SelectionSet set) {
        return (List) set.getSelections();
    }
}
