package io.runstream.query.model;

import io.runstream.api.request.RequestFields;
import io.runstream.error.SearchErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * One criterion by which logged models are ordered. Models without the value come last, both ways; among metrics NaN
 * before them.
 */
record LoggedModelSort(Key key, boolean ascending) {
    private static final String METRICS = "metrics";

    /** Each costs the database a look-up per model. */
    private static final int MAX_TERMS = 20;

    sealed interface Key {}

    record Attribute(LoggedModelAttribute attribute) implements Key {}

    /** By the latest point of a key, of those on the dataset. */
    record Metric(String key, DatasetScope scope) implements Key {}

    /**
     * @return the latest created first if the request asks for nothing else
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static List<LoggedModelSort> listFrom(RequestFields fields) {
        List<LoggedModelSort> sorts = new ArrayList<>();
        for (RequestFields term : fields.objects("order_by")) {
            if (sorts.size() == MAX_TERMS) {
                throw SearchErrors.tooManyOrderTerms(MAX_TERMS);
            }
            sorts.add(new LoggedModelSort(key(term), term.bool("ascending", true)));
        }
        Key creation = new Attribute(LoggedModelAttribute.CREATION_TIMESTAMP);
        if (sorts.stream().noneMatch(sort -> sort.key().equals(creation))) {
            sorts.add(new LoggedModelSort(creation, false));
        }
        return sorts;
    }

    private static Key key(RequestFields term) {
        String name = term.string("field_name", "");
        int dot = name.indexOf('.');
        if (dot < 0) {
            return new Attribute(
                    LoggedModelAttribute.find(name).orElseThrow(() -> SearchErrors.modelsNotOrderedBy(name)));
        }
        if (!name.substring(0, dot).equals(METRICS)) {
            throw SearchErrors.modelsOrderedByMetricsOnly(name);
        }
        DatasetScope scope = new DatasetScope(term.string("dataset_name", ""), term.string("dataset_digest", ""));
        return new Metric(name.substring(dot + 1), scope);
    }
}
