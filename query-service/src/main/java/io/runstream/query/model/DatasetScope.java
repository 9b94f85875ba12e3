package io.runstream.query.model;

import io.runstream.api.request.RequestFields;
import io.runstream.error.SearchErrors;
import io.runstream.query.search.Sql;
import java.util.List;

/**
 * Which points of a model a search looks at: those measured on a dataset.
 *
 * @param name empty for any
 * @param digest empty for any
 */
record DatasetScope(String name, String digest) {

    /** @throws io.runstream.error.ApiException 400 if a name is missing */
    static List<DatasetScope> listFrom(RequestFields fields) {
        return fields.objects("datasets").stream()
                .map(dataset -> {
                    String name = dataset.string("dataset_name", "");
                    if (name.isEmpty()) {
                        throw SearchErrors.datasetWithoutName();
                    }
                    return new DatasetScope(name, dataset.string("dataset_digest", ""));
                })
                .toList();
    }

    /** Where {@code x} is the point. */
    Sql sql() {
        Sql sql = name.isEmpty()
                ? Sql.text("TRUE")
                : Sql.text("x.dataset_name = ").plus(Sql.param(name));
        return digest.isEmpty() ? sql : sql.plus(" AND x.dataset_digest = ").plus(Sql.param(digest));
    }

    /** Any of them will do. */
    static Sql anyOf(List<DatasetScope> scopes) {
        return Sql.text("(")
                .plus(Sql.join(" OR ", scopes.stream().map(DatasetScope::sql).toList()))
                .plus(")");
    }
}
