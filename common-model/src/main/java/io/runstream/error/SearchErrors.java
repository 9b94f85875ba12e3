package io.runstream.error;

import static io.runstream.error.ErrorCode.INVALID_PARAMETER_VALUE;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What can be wrong with a search: its filter, its order, its page token, its limits.
 *
 * <p>MLflow prints sets of words in an order that changes with every start of its server; here it is fixed. Where MLflow
 * leaves the closing quote out, so does this.
 */
public final class SearchErrors {
    private SearchErrors() {}

    /** Not 503: a client would send the same again. */
    public static ApiException tookTooLong(Duration limit) {
        return invalid("The search took longer than " + limit.toMillis() / 1_000.0
                + " seconds and was given up. Search fewer experiments, filter by a metric, a param or a tag that fewer runs"
                + " have, or order by start time or by a metric.");
    }

    /** A filter that is too large or too deeply nested to be looked at. */
    public static ApiException unreadableFilter(String filter) {
        return invalid("Error on parsing filter '" + filter + "'");
    }

    public static ApiException blankFilter(String filter) {
        return invalid("Invalid filter '" + filter + "'. Could not be parsed.");
    }

    public static ApiException severalStatements(String filter) {
        return invalid("Search filter contained multiple expression " + PythonText.string(filter)
                + ". Provide AND-ed expression list.");
    }

    /** @param clauses what stands in the filter and is neither a comparison nor AND, as it is to be shown */
    public static ApiException invalidClauses(List<String> clauses) {
        return invalid("Invalid clause(s) in filter string: " + String.join(", ", clauses));
    }

    public static ApiException noIdentifier(String found) {
        return invalid("Invalid comparison clause. Expected 'Identifier' found '" + found + "'");
    }

    public static ApiException unknownRunEntity(String entity) {
        return invalid("Invalid entity type '" + entity
                + "'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']");
    }

    /** In filters and orders of experiments, registered models and versions. */
    public static ApiException unknownEntity(String entity) {
        return invalid("Invalid entity type '" + entity + "'. Valid entity types are ('attribute', 'tag', 'tags')");
    }

    public static ApiException unknownAttribute(String key, Collection<String> known) {
        return invalid("Invalid attribute key '" + key + "' specified. Valid keys are '" + set(known) + "'");
    }

    public static ApiException unknownDatasetKey(String key, Collection<String> known) {
        return invalid("Invalid dataset key '" + key + "' specified. Valid keys are '" + set(known) + "'");
    }

    public static ApiException metricNeedsNumber(String found) {
        return invalid("Expected numeric value type for metric. Found " + found);
    }

    public static ApiException attributeNeedsNumber(String key, String found) {
        return invalid("Expected numeric value type for numeric attribute: " + key + ". Found " + found);
    }

    /** @param value as Python prints it */
    public static ApiException attributeNeedsInteger(String key, String value) {
        return invalid("Invalid value for numeric attribute '" + key + "': '" + value + "'");
    }

    /** @param value as Python prints it, a text with its quotes */
    public static ApiException attributeNeedsWholeNumber(String key, String value) {
        return invalid("Invalid value for numeric attribute '" + key + "': " + value);
    }

    /** @param entity {@code parameter} or {@code tag} */
    public static ApiException entityNeedsString(String entity, String found) {
        return invalid("Expected a quoted string value for " + entity + " (e.g. 'my-value'). Got value " + found);
    }

    public static ApiException attributeNeedsString(String found) {
        return invalid("Expected a quoted string value for attributes. Got value " + found);
    }

    public static ApiException datasetNeedsString(String found) {
        return invalid("Expected a quoted string value for dataset attributes. Got value " + found);
    }

    public static ApiException notQuoted(String found) {
        return invalid("Parameter value is either not quoted or unidentified quote types used for string value " + found
                + ". Use either single or double quotes.");
    }

    /** @param keys the attributes that may be compared with a list */
    public static ApiException listNotSupported(String... keys) {
        return invalid("Only " + PythonText.list(List.of(keys))
                + " attributes support comparison with a list of quoted string values.");
    }

    /** @param known the attributes that are numbers */
    public static ApiException attributeIsNoNumber(Collection<String> known) {
        return invalid("Only the '" + set(known) + "' attributes support comparison with numeric values.");
    }

    public static ApiException attributeNeedsStringOrList(String found) {
        return invalid(
                "Expected a quoted string value or a list of quoted string values for attributes. Got value " + found);
    }

    public static ApiException emptyList() {
        return invalid(
                "While parsing a list in the query, expected a non-empty list of string values, but got empty list");
    }

    public static ApiException illFormedList() {
        return invalid(
                "While parsing a list in the query, expected a non-empty list of string values, but got ill-formed"
                        + " list.");
    }

    /** @param tuple the list as Python prints a tuple */
    public static ApiException notAListOfStrings(String tuple) {
        return invalid("While parsing a list in the query, expected string value, punctuation, or whitespace, but got"
                + " different type in list: " + tuple);
    }

    /** @param entity in MLflow's word, like {@code metric} */
    public static ApiException runPresenceNotSupported(String entity, String key) {
        return invalid(
                "IS NULL / IS NOT NULL is only supported for tags and params, not for '" + entity + "' '" + key + "'");
    }

    public static ApiException experimentPresenceNotSupported(String key) {
        return invalid("IS NULL / IS NOT NULL is only supported for tags, not for attribute '" + key + "'");
    }

    /** For a param or an attribute that is text. */
    public static ApiException invalidComparator(String comparator, Collection<String> known) {
        return invalid("Invalid comparator '" + comparator + "' not one of '" + set(known) + "'");
    }

    /** For everything else: here MLflow forgets a quote. */
    public static ApiException invalidComparatorUnclosed(String comparator, Collection<String> known) {
        return invalid("Invalid comparator '" + comparator + "' not one of '" + set(known));
    }

    /** @param what {@code tag}, {@code attribute}, or which attribute */
    public static ApiException invalidComparatorFor(String what, String comparator) {
        return invalid("Invalid comparator for " + what + ": " + comparator);
    }

    public static ApiException unreadableOrderBy(String clause) {
        return invalid("Invalid order_by clause '" + clause + "'. Could not be parsed.");
    }

    public static ApiException unknownDirection(String clause) {
        return invalid("Invalid ordering key in order_by clause '" + clause + "'.");
    }

    public static ApiException runsNotOrderedBy(String entity) {
        return invalid("Invalid identifier type '" + entity + "'");
    }

    public static ApiException experimentsNotOrderedBy(String entity) {
        return invalid("Invalid order_by entity: " + entity);
    }

    public static ApiException registeredModelsNotOrderedBy(String key) {
        return invalid("Invalid order by key '" + key + "' specified. Valid keys are '{'name', 'timestamp'}'");
    }

    public static ApiException versionsNotOrderedBy(String key, Collection<String> known) {
        return invalid("Invalid order by key '" + key + "' specified. Valid keys are " + set(known));
    }

    /** MLflow answers 500 here; its clients retry that for minutes, so this is a 400. */
    public static ApiException duplicateOrderBy(List<String> orderBy) {
        return invalid("`order_by` contains duplicate fields: " + PythonText.list(orderBy));
    }

    /** A filter of logged models that is no list of comparisons. */
    public static ApiException invalidModelFilter(String filter) {
        return invalid(
                "Invalid filter string: " + PythonText.string(filter)
                        + ". Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').");
    }

    public static ApiException unknownModelEntity(String entity, List<String> known) {
        return invalid("Invalid entity type: " + PythonText.string(entity) + ". Expected one of "
                + PythonText.list(known) + ".");
    }

    /** MLflow answers 500, like to the next. */
    public static ApiException unknownModelAttribute(String key) {
        return invalid("Invalid logged model search key " + PythonText.string(key));
    }

    public static ApiException modelNeedsNumber(String field, String found) {
        return invalid("Expected a number to compare " + field + " with, got " + found);
    }

    public static ApiException invalidModelComparator(String field, String comparator, List<String> known) {
        return invalid("Invalid comparison operator for " + field + ": " + PythonText.string(comparator)
                + ". Expected one of " + PythonText.tuple(known) + ".");
    }

    public static ApiException modelsNotOrderedBy(String field) {
        return invalid("Invalid order by field name: " + field);
    }

    public static ApiException modelsOrderedByMetricsOnly(String field) {
        return invalid("Invalid order by field name: " + field + ". Only metrics are supported.");
    }

    public static ApiException tooManyOrderTerms(int limit) {
        return invalid("A search can be ordered by at most " + limit + " fields.");
    }

    public static ApiException datasetWithoutName() {
        return invalid("`dataset_name` in the `datasets` clause must be specified.");
    }

    public static ApiException tokenNotBase64() {
        return invalid("Invalid page token, could not base64-decode");
    }

    public static ApiException tokenNotJson(byte[] decoded) {
        return invalid("Invalid page token, decoded value=" + PythonText.bytes(decoded));
    }

    /** @param json what the token says */
    public static ApiException tokenNotOurs(String json) {
        return invalid("Invalid page token, parsed value=" + json);
    }

    public static ApiException maxResultsNotPositive(long value) {
        return invalid(
                "Invalid value " + value + " for parameter 'max_results' supplied. It must be a positive integer");
    }

    public static ApiException versionMaxResultsNotPositive(long value) {
        return invalid("Invalid value for max_results. It must be a positive integer, but got " + value);
    }

    public static ApiException maxResultsTooLarge(long value, int limit) {
        return invalid("Invalid value " + value + " for parameter 'max_results' supplied. It must be at most " + limit);
    }

    public static ApiException noExperimentsForDatasets() {
        return invalid("SearchDatasets request must specify at least one experiment_id.");
    }

    public static ApiException tooManyExperimentsForDatasets(int limit, int count) {
        return invalid("SearchDatasets request cannot specify more than " + limit + " experiment_ids. Received " + count
                + " experiment_ids.");
    }

    private static String set(Collection<String> words) {
        return words.stream().map(PythonText::string).collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }

    private static ApiException invalid(String message) {
        return new ApiException(INVALID_PARAMETER_VALUE, message);
    }
}
