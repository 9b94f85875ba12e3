package io.runstream.query.registry;

import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.RegisteredModel;
import io.runstream.query.search.Page;
import io.runstream.query.search.Rows;
import io.runstream.query.search.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Models in one statement, the latest versions of all of them in another. */
@Singleton
final class PgRegistryStore implements RegistryStore {
    private static final String MODEL = "SELECT m.registration, m.name, m.description, m.creation_time,"
            + " m.last_update_time, m.tags::text AS tags, m.aliases::text AS aliases";

    private static final String VERSION = "SELECT m.name, v.registration, v.version, v.creation_time,"
            + " v.last_update_time, v.stage, v.description, v.source, v.storage_location, v.run_id, v.run_link,"
            + " v.tags::text AS tags";

    private static final String VERSIONS = " FROM model_version v JOIN registered_model m USING (registration)";

    private static final String LATEST = """
             FROM unnest(%s) AS n (registration) JOIN registered_model m USING (registration),
                  generate_series(1, 4) AS s (stage),
                  LATERAL (SELECT * FROM model_version WHERE registration = m.registration AND stage = s.stage
                           ORDER BY version DESC LIMIT 1) v
            ORDER BY v.registration, v.version""";

    private static final String MODEL_IS_NO_PROMPT = "(m.tags ->> 'mlflow.prompt.is_prompt') IS DISTINCT FROM 'true'";

    /** One version with the tag makes all of its model's prompts. */
    private static final String VERSION_IS_NO_PROMPT = "NOT EXISTS (SELECT FROM model_version p WHERE p.registration ="
            + " v.registration AND p.tags ->> 'mlflow.prompt.is_prompt' = 'true' OFFSET 0)";

    private final Pool pool;

    PgRegistryStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<RegisteredModel>> findModel(String name) {
        return models(Sql.text(MODEL + " FROM registered_model m WHERE m.name = ")
                        .plus(Sql.param(name)))
                .chain(this::withLatestVersions)
                .map(models -> models.stream().findAny());
    }

    @Override
    public Uni<Page<RegisteredModel>> searchModels(RegistrySearch search) {
        Sql page = Sql.text(MODEL + ", ")
                .plus(search.order().selected())
                .plus(" FROM registered_model m")
                .plus(search.where("m.tags", MODEL_IS_NO_PROMPT));
        return models(page)
                .map(rows -> Page.of(rows, search.maxResults(), search.order()::endOf))
                .chain(found -> withLatestVersions(found.items()).map(models -> new Page<>(models, found.nextToken())));
    }

    private Uni<List<Row>> models(Sql sql) {
        return Rows.of(pool, sql);
    }

    private Uni<List<RegisteredModel>> withLatestVersions(List<Row> models) {
        if (models.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Long> registrations =
                models.stream().map(row -> row.getLong("registration")).toList();
        String[] around = LATEST.split("%s", 2);
        Sql latest =
                Sql.text(VERSION + around[0]).plus(Sql.longs(registrations)).plus(around[1]);
        return Rows.of(pool, latest).map(versions -> {
            Map<Long, List<ModelVersion>> byModel = versions.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.getLong("registration"),
                            Collectors.mapping(row -> RegistryRows.version(row, List.of()), Collectors.toList())));
            return models.stream()
                    .map(row -> RegistryRows.model(row, byModel.getOrDefault(row.getLong("registration"), List.of())))
                    .toList();
        });
    }

    @Override
    public Uni<Optional<ModelVersion>> findVersion(ModelVersionId id) {
        Sql one = Sql.text(VERSION + ", m.aliases::text AS aliases" + VERSIONS).plus(is(id));
        return Rows.of(pool, one)
                .map(rows -> rows.stream()
                        .map(row -> RegistryRows.version(row, RegistryRows.aliasesOf(row, id.version())))
                        .findAny());
    }

    @Override
    public Uni<Optional<String>> findStorageLocation(ModelVersionId id) {
        return Rows.of(pool, Sql.text("SELECT v.storage_location" + VERSIONS).plus(is(id)))
                .map(rows -> rows.stream().map(row -> row.getString(0)).findAny());
    }

    private static Sql is(ModelVersionId id) {
        return Sql.text(" WHERE m.name = ")
                .plus(Sql.param(id.name()))
                .plus(" AND v.version = ")
                .plus(Sql.param(id.version()));
    }

    @Override
    public Uni<Page<ModelVersion>> searchVersions(RegistrySearch search) {
        Sql page = Sql.text(VERSION + ", ")
                .plus(search.order().selected())
                .plus(VERSIONS)
                .plus(search.where("v.tags", VERSION_IS_NO_PROMPT));
        return Rows.of(pool, page)
                .map(rows -> Page.of(rows, search.maxResults(), search.order()::endOf)
                        .map(row -> RegistryRows.version(row, List.of())));
    }
}
