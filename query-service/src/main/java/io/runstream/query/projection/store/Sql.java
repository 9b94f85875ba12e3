package io.runstream.query.projection.store;

/**
 * The statements of a projector. Each takes its rows as one array per column, so that its text, and so its plan, is the
 * same for any number of rows.
 */
enum Sql {
    ADD_OFFSETS("""
            INSERT INTO projection_offset (partition, next_offset)
            SELECT partition, 0 FROM unnest($1::int[]) AS p (partition) ORDER BY partition
            ON CONFLICT DO NOTHING"""),
    READ_OFFSETS("SELECT partition, next_offset FROM projection_offset WHERE partition = ANY ($1::int[])"),
    MOVE_OFFSETS("""
            UPDATE projection_offset o SET next_offset = m.next
            FROM unnest($1::int[], $2::bigint[], $3::bigint[]) AS m (partition, expected, next)
            WHERE o.partition = m.partition AND o.next_offset = m.expected"""),
    HOLD_OFFSETS("""
            SELECT o.partition FROM projection_offset o
            JOIN unnest($1::int[], $2::bigint[]) AS h (partition, expected) USING (partition)
            WHERE o.next_offset = h.expected
            ORDER BY o.partition FOR UPDATE OF o"""),

    LOAD_RUNS("""
            SELECT run_id, experiment_id, name, user_id, status, start_time, end_time, artifact_uri, deleted,
                   lifecycle_changed_at
            FROM run WHERE run_id = ANY ($1::uuid[])"""),
    /** Adding nothing fetches what lies out of line once per run, instead of once per key. */
    LOAD_PARAMS("""
            SELECT r.run_id, k.key, r.params ->> k.key
            FROM (SELECT run_id, n.keys, params || '{}' AS params
                  FROM (SELECT run_id, array_agg(key) AS keys
                        FROM unnest($1::uuid[], $2::text[]) AS k (run_id, key) GROUP BY run_id) n
                  JOIN run USING (run_id) OFFSET 0) r
            CROSS JOIN LATERAL unnest(r.keys) AS k (key)
            WHERE r.params ? k.key"""),
    LOAD_RUN_TAGS("""
            SELECT r.run_id, k.key, r.tags ->> k.key
            FROM unnest($1::uuid[], $2::text[]) AS k (run_id, key) JOIN run r USING (run_id)
            WHERE r.tags ? k.key"""),
    LOAD_MODELS("""
            SELECT model_id, experiment_id, name, model_type, source_run_id, artifact_uri, status, deleted,
                   created_at, updated_at, params::text, tags::text
            FROM logged_model WHERE model_id = ANY ($1::text[])"""),
    LOAD_EXPERIMENTS("""
            SELECT experiment_id, name, artifact_location, deleted, lifecycle_changed_at, creation_time,
                   last_update_time
            FROM experiment WHERE experiment_id = ANY ($1::bigint[]) OR name = ANY ($2::text[])"""),
    LOAD_GREATEST_EXPERIMENT_ID("SELECT coalesce(max(experiment_id), 0) FROM experiment"),
    LOAD_EXPERIMENT_TAGS("""
            SELECT experiment_id, key, value FROM experiment_tag
            JOIN unnest($1::bigint[], $2::text[]) AS n (experiment_id, key) USING (experiment_id, key)"""),
    LOAD_ANSWERS("""
            SELECT partition, key, fingerprint, answer, accepted_at FROM idempotent_answer
            JOIN unnest($1::int[], $2::text[]) AS n (partition, key) USING (partition, key)"""),

    /**
     * Params and tags are those to add. A value that nothing is added to is taken over as it is: where it lies out of
     * line it is neither read nor written.
     */
    PUT_RUNS("""
            INSERT INTO run AS r (run_id, experiment_id, name, user_id, status, start_time, end_time, artifact_uri,
                                  deleted, lifecycle_changed_at, params, tags)
            SELECT run_id, experiment_id, name, user_id, status, start_time, end_time, artifact_uri, deleted,
                   lifecycle_changed_at, params::jsonb, tags::jsonb
            FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::smallint[], $6::bigint[], $7::bigint[],
                        $8::text[], $9::boolean[], $10::bigint[], $11::text[], $12::text[])
                 AS p (run_id, experiment_id, name, user_id, status, start_time, end_time, artifact_uri, deleted,
                       lifecycle_changed_at, params, tags)
            ON CONFLICT (run_id) DO UPDATE SET
                name = excluded.name, status = excluded.status, end_time = excluded.end_time,
                deleted = excluded.deleted, lifecycle_changed_at = excluded.lifecycle_changed_at,
                params = CASE excluded.params WHEN '{}' THEN r.params ELSE r.params || excluded.params END,
                tags = CASE excluded.tags WHEN '{}' THEN r.tags ELSE r.tags || excluded.tags END"""),
    REMOVE_RUN_TAGS("""
            UPDATE run r SET tags = r.tags - d.keys
            FROM (SELECT run_id, array_agg(key) AS keys
                  FROM unnest($1::uuid[], $2::text[]) AS k (run_id, key) GROUP BY run_id) d
            WHERE r.run_id = d.run_id"""),

    /** Points of all segments come in three arrays; each segment is cut out from its first to its last. */
    ADD_SEGMENTS("""
            INSERT INTO metric_segment (run_id, key, sequence, level, min_timestamp, max_timestamp,
                                        steps, timestamps, values)
            SELECT s.run_id, s.key, s.sequence, s.level, s.min_timestamp, s.max_timestamp,
                   ($7::bigint[])[s.first:s.last], ($8::bigint[])[s.first:s.last], ($9::float8[])[s.first:s.last]
            FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::smallint[], $5::bigint[], $6::bigint[],
                        $10::int[], $11::int[])
                 AS s (run_id, key, sequence, level, min_timestamp, max_timestamp, first, last)"""),
    PUT_LATEST("""
            WITH put AS (
                INSERT INTO metric_latest AS l (run_id, key, step, timestamp, value, fresh_segments)
                SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::float8[], $6::int[])
                ON CONFLICT (run_id, key) DO UPDATE SET
                    step = CASE WHEN is_greater_metric(excluded.step, excluded.timestamp, excluded.value,
                                                     l.step, l.timestamp, l.value)
                           THEN excluded.step ELSE l.step END,
                    timestamp = CASE WHEN is_greater_metric(excluded.step, excluded.timestamp, excluded.value,
                                                     l.step, l.timestamp, l.value)
                           THEN excluded.timestamp ELSE l.timestamp END,
                    value = CASE WHEN is_greater_metric(excluded.step, excluded.timestamp, excluded.value,
                                                     l.step, l.timestamp, l.value)
                           THEN excluded.value ELSE l.value END,
                    fresh_segments = l.fresh_segments + excluded.fresh_segments
                RETURNING run_id, key, fresh_segments)
            SELECT run_id, key FROM put WHERE fresh_segments >= $7::int"""),
    /** All segments of level $3 of a series become one, if there are at least $4. */
    MERGE_SEGMENTS("""
            WITH due AS (
                SELECT s.run_id, s.key
                FROM metric_segment s
                JOIN unnest($1::uuid[], $2::text[]) AS d (run_id, key) USING (run_id, key)
                WHERE s.level = $3::smallint
                GROUP BY s.run_id, s.key
                HAVING count(*) >= $4::int),
            gone AS (
                DELETE FROM metric_segment s USING due d
                WHERE s.run_id = d.run_id AND s.key = d.key AND s.level = $3::smallint
                RETURNING s.run_id, s.key, s.sequence, s.min_timestamp, s.max_timestamp,
                          s.steps, s.timestamps, s.values),
            merged AS (
                SELECT run_id, key, max(sequence) AS sequence, min(min_timestamp) AS min_timestamp,
                       max(max_timestamp) AS max_timestamp, array_concat(steps ORDER BY sequence) AS steps,
                       array_concat(timestamps ORDER BY sequence) AS timestamps,
                       array_concat(values ORDER BY sequence) AS values
                FROM gone GROUP BY run_id, key)
            INSERT INTO metric_segment (run_id, key, sequence, level, min_timestamp, max_timestamp,
                                        steps, timestamps, values)
            SELECT run_id, key, sequence,
                   CASE WHEN cardinality(steps) < $5::int THEN $3::smallint + 1 ELSE 2 END,
                   min_timestamp, max_timestamp, steps, timestamps, values
            FROM merged"""),
    RESET_FRESH_SEGMENTS("""
            UPDATE metric_latest l SET fresh_segments = 0
            FROM unnest($1::uuid[], $2::text[]) AS d (run_id, key)
            WHERE l.run_id = d.run_id AND l.key = d.key"""),

    /** Two projectors may write the same dataset: in one order, so that they can't wait for each other. */
    ADD_DATASETS("""
            WITH input AS (
                SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                                     $7::text[], $8::text[], $9::bigint[], $10::int[], $11::text[], $12::int[],
                                     $13::int[])
                     WITH ORDINALITY
                     AS i (run_id, dataset_id, name, digest, source_type, source, schema, profile, sequence,
                           ordinal, context, first, last, place)),
            linked AS (
                INSERT INTO run_dataset (run_id, name, digest, dataset_id, sequence, ordinal, tag_keys, tag_values,
                                         context)
                SELECT run_id, name, digest, dataset_id, sequence, ordinal, ($14::text[])[first:last],
                       ($15::text[])[first:last], context
                FROM input ORDER BY place
                ON CONFLICT DO NOTHING
                RETURNING dataset_id)
            INSERT INTO dataset (dataset_id, name, digest, source_type, source, schema, profile)
            SELECT DISTINCT ON (dataset_id) dataset_id, name, digest, source_type, source, schema, profile
            FROM input WHERE dataset_id IN (SELECT dataset_id FROM linked) ORDER BY dataset_id
            ON CONFLICT DO NOTHING"""),
    ADD_MODEL_INPUTS("""
            INSERT INTO run_model_input (run_id, model_id) SELECT * FROM unnest($1::uuid[], $2::text[])
            ON CONFLICT DO NOTHING"""),
    ADD_MODEL_OUTPUTS("""
            INSERT INTO run_model_output (run_id, model_id, step)
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[])
            ON CONFLICT DO NOTHING"""),

    PUT_MODELS("""
            INSERT INTO logged_model (model_id, experiment_id, name, model_type, source_run_id, artifact_uri, status,
                                      deleted, created_at, updated_at, params, tags)
            SELECT model_id, experiment_id, name, model_type, source_run_id, artifact_uri, status, deleted,
                   created_at, updated_at, params::jsonb, tags::jsonb
            FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[],
                        $8::boolean[], $9::bigint[], $10::bigint[], $11::text[], $12::text[])
                 AS m (model_id, experiment_id, name, model_type, source_run_id, artifact_uri, status, deleted,
                       created_at, updated_at, params, tags)
            ON CONFLICT (model_id) DO UPDATE SET
                status = excluded.status, deleted = excluded.deleted, updated_at = excluded.updated_at,
                params = excluded.params, tags = excluded.tags"""),
    ADD_MODEL_METRICS("""
            INSERT INTO logged_model_metric (model_id, key, timestamp, step, run_id, value, dataset_name,
                                             dataset_digest)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::uuid[], $6::float8[],
                                 $7::text[], $8::text[])
            ON CONFLICT DO NOTHING"""),

    PUT_EXPERIMENTS("""
            INSERT INTO experiment (experiment_id, name, artifact_location, deleted, lifecycle_changed_at,
                                    creation_time, last_update_time)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::boolean[], $5::bigint[], $6::bigint[],
                                 $7::bigint[])
            ON CONFLICT (experiment_id) DO UPDATE SET
                name = excluded.name, deleted = excluded.deleted,
                lifecycle_changed_at = excluded.lifecycle_changed_at, creation_time = excluded.creation_time,
                last_update_time = excluded.last_update_time"""),
    PUT_EXPERIMENT_TAGS("""
            INSERT INTO experiment_tag (experiment_id, key, value)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])
            ON CONFLICT (experiment_id, key) DO UPDATE SET value = excluded.value"""),
    REMOVE_EXPERIMENT_TAGS("""
            DELETE FROM experiment_tag t USING unnest($1::bigint[], $2::text[]) AS d (experiment_id, key)
            WHERE t.experiment_id = d.experiment_id AND t.key = d.key"""),

    LOAD_REGISTERED_MODELS("""
            SELECT registration, name, description, creation_time, last_update_time, last_version, tags, aliases
            FROM registered_model WHERE name = ANY ($1::text[])"""),
    /** Those with a number in $2, the $4 greatest of each stage of models in $3, those with an alias of models in $5. */
    LOAD_MODEL_VERSIONS("""
            SELECT v.registration, v.version, v.creation_time, v.last_update_time, v.stage, v.description, v.source,
                   v.storage_location, v.run_id, v.run_link, v.model_id, v.tags
            FROM (SELECT m.registration, n.version
                  FROM unnest($1::text[], $2::int[]) AS n (name, version) JOIN registered_model m USING (name)
                  UNION
                  SELECT m.registration, l.version
                  FROM unnest($3::text[]) AS n (name) JOIN registered_model m USING (name),
                       generate_series(1, 4) AS s (stage),
                       LATERAL (SELECT version FROM model_version
                                WHERE registration = m.registration AND stage = s.stage
                                ORDER BY version DESC LIMIT $4::int) l
                  UNION
                  SELECT m.registration, a.version::int
                  FROM unnest($5::text[]) AS n (name) JOIN registered_model m USING (name),
                       LATERAL jsonb_each_text(m.aliases) AS a (alias, version)) n
            JOIN model_version v USING (registration, version)"""),
    REMOVE_REGISTERED_MODELS("DELETE FROM registered_model WHERE registration = ANY ($1::bigint[])"),
    REMOVE_VERSIONS_OF_MODELS("DELETE FROM model_version WHERE registration = ANY ($1::bigint[])"),
    PUT_REGISTERED_MODELS("""
            INSERT INTO registered_model (registration, name, description, creation_time, last_update_time,
                                          last_version, tags, aliases)
            SELECT registration, name, description, creation_time, last_update_time, last_version, tags::jsonb,
                   aliases::jsonb
            FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::int[], $7::text[],
                        $8::text[])
                 AS p (registration, name, description, creation_time, last_update_time, last_version, tags, aliases)
            ON CONFLICT (registration) DO UPDATE SET
                name = excluded.name, description = excluded.description,
                last_update_time = excluded.last_update_time, last_version = excluded.last_version,
                tags = excluded.tags, aliases = excluded.aliases"""),
    /** Stages by their numbers: 2 Staging, 3 Production, 4 Archived. */
    SWEEP_MODEL_VERSIONS("""
            UPDATE model_version v SET
                last_update_time = greatest(v.last_update_time, s.touched, CASE v.stage WHEN 2 THEN s.staging
                                                                           WHEN 3 THEN s.production ELSE 0 END),
                stage = CASE WHEN v.stage = 2 AND s.staging > 0 OR v.stage = 3 AND s.production > 0
                        THEN 4 ELSE v.stage END
            FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[])
                 AS s (registration, touched, staging, production)
            WHERE v.registration = s.registration
              AND (s.touched > 0 OR v.stage = 2 AND s.staging > 0 OR v.stage = 3 AND s.production > 0)"""),
    REMOVE_MODEL_VERSIONS("""
            DELETE FROM model_version v USING unnest($1::bigint[], $2::int[]) AS d (registration, version)
            WHERE v.registration = d.registration AND v.version = d.version"""),
    PUT_MODEL_VERSIONS("""
            INSERT INTO model_version (registration, version, creation_time, last_update_time, stage, description,
                                       source, storage_location, run_id, run_link, model_id, tags)
            SELECT registration, version, creation_time, last_update_time, stage, description, source,
                   storage_location, run_id, run_link, model_id, tags::jsonb
            FROM unnest($1::bigint[], $2::int[], $3::bigint[], $4::bigint[], $5::smallint[], $6::text[], $7::text[],
                        $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
                 AS p (registration, version, creation_time, last_update_time, stage, description, source,
                       storage_location, run_id, run_link, model_id, tags)
            ON CONFLICT (registration, version) DO UPDATE SET
                last_update_time = excluded.last_update_time, stage = excluded.stage,
                description = excluded.description, tags = excluded.tags"""),

    PUT_ANSWERS("""
            INSERT INTO idempotent_answer (partition, key, fingerprint, answer, accepted_at)
            SELECT * FROM unnest($1::int[], $2::text[], $3::bytea[], $4::bytea[], $5::bigint[])
            ON CONFLICT (partition, key) DO UPDATE SET
                fingerprint = excluded.fingerprint, answer = excluded.answer, accepted_at = excluded.accepted_at"""),
    FORGET_ANSWERS("""
            DELETE FROM idempotent_answer a USING unnest($1::int[], $2::bigint[]) AS f (partition, before)
            WHERE a.partition = f.partition AND a.accepted_at < f.before""");

    private final String text;

    Sql(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
