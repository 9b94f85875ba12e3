package io.runstream.query.registry;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.Identifier;
import io.runstream.query.search.OrderTerm;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.SortColumn;
import io.runstream.query.search.SortType;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the order of a search, where {@code m} is the registered model and {@code v} the version. */
final class RegistryOrder {
    private static final List<String> DEFAULT_OF_VERSIONS =
            List.of("last_updated_timestamp DESC", "name ASC", "version_number DESC");
    private static final List<String> OF_VERSIONS =
            List.of("name", "version_number", "creation_timestamp", "last_updated_timestamp");

    private static final String NAME = "m.name";
    private static final String VERSION = "v.version";

    private RegistryOrder() {}

    /**
     * @param orderBy empty for the order of names
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static Ordering ofModels(List<String> orderBy) {
        List<SortColumn> columns = new ArrayList<>();
        String description = read(orderBy, RegistryOrder::columnOfModel, columns);
        if (isFree(NAME, columns)) {
            columns.add(SortColumn.ascending(NAME, SortType.TEXT));
        }
        return Ordering.of(description, columns);
    }

    /**
     * @param orderBy empty for the latest updated first
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static Ordering ofVersions(List<String> orderBy) {
        List<SortColumn> columns = new ArrayList<>();
        String description =
                read(orderBy.isEmpty() ? DEFAULT_OF_VERSIONS : orderBy, RegistryOrder::columnOfVersion, columns);
        if (isFree(NAME, columns)) {
            columns.add(SortColumn.ascending(NAME, SortType.TEXT));
        }
        if (isFree(VERSION, columns)) {
            columns.add(SortColumn.descending(VERSION, SortType.LONG));
        }
        return Ordering.of(description, columns);
    }

    private static String read(List<String> orderBy, Function<String, String> column, List<SortColumn> to) {
        StringBuilder description = new StringBuilder();
        Set<String> seen = new HashSet<>();
        for (String clause : orderBy) {
            OrderTerm term = OrderTerm.parse(clause);
            String expression = column.apply(term.identifier());
            if (!seen.add(expression)) {
                throw SearchErrors.duplicateOrderBy(orderBy);
            }
            description.append(expression).append(term.ascending());
            SortType type = expression.equals(NAME) ? SortType.TEXT : SortType.LONG;
            to.add(new SortColumn(Sql.text(expression), type, term.ascending()));
        }
        return description.toString();
    }

    private static boolean isFree(String expression, List<SortColumn> columns) {
        return columns.stream()
                .noneMatch(column -> column.expression().statement().equals(expression));
    }

    private static String columnOfModel(String identifier) {
        return switch (identifier) {
            case "name" -> NAME;
            case "timestamp", "last_updated_timestamp" -> "m.last_update_time";
            default -> throw SearchErrors.registeredModelsNotOrderedBy(identifier);
        };
    }

    private static String columnOfVersion(String identifier) {
        // As everywhere but in filters of the registry, a name of an attribute may be in quotes.
        Identifier name = Identifier.parse(identifier);
        RegistryKey key = RegistryKey.parse(name.hasPrefix() ? identifier : name.key(), OF_VERSIONS);
        if (key.tag()) {
            throw SearchErrors.versionsNotOrderedBy(key.key(), OF_VERSIONS);
        }
        return switch (key.key()) {
            case "name" -> NAME;
            case "version_number" -> VERSION;
            case "creation_timestamp" -> "v.creation_time";
            default -> "v.last_update_time";
        };
    }
}
