-- Everything here is a projection of the Kafka topic runstream.tracking and can be rebuilt from it.
--
-- Text is compared by its bytes (COLLATE "C"), as MLflow's own stores compare it: case-sensitive, and in the same
-- order on every machine. No foreign keys: a row's parent may lie in another partition of the topic, projected later.

-- How far each partition is projected. Written in the transaction that applied the events, and only from the value
-- that the writer saw last: a projector that lost its partition finds another value and can't commit.
CREATE TABLE projection_offset (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL
);

CREATE TABLE experiment (
    experiment_id        bigint PRIMARY KEY,
    -- Deferred: one statement writes what a batch made of the names, and may swap two of them.
    name                 text COLLATE "C" NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED,
    artifact_location    text NOT NULL,
    deleted              boolean NOT NULL,
    -- Accepted time of the deletion, restoration or creation that `deleted` comes from.
    lifecycle_changed_at bigint NOT NULL,
    creation_time        bigint NOT NULL,
    last_update_time     bigint NOT NULL
);

CREATE TABLE experiment_tag (
    experiment_id bigint NOT NULL,
    key           text COLLATE "C" NOT NULL,
    value         text COLLATE "C" NOT NULL,
    PRIMARY KEY (experiment_id, key)
);

CREATE TABLE run (
    run_id               uuid PRIMARY KEY,
    experiment_id        bigint NOT NULL,
    name                 text COLLATE "C" NOT NULL,
    user_id              text COLLATE "C" NOT NULL,
    -- RunStatus of tracking.proto: 1 RUNNING, 2 SCHEDULED, 3 FINISHED, 4 FAILED, 5 KILLED.
    status               smallint NOT NULL,
    start_time           bigint NOT NULL,
    end_time             bigint,
    artifact_uri         text COLLATE "C" NOT NULL,
    -- The run's own deletions and restorations only. A run counts as deleted by whichever changed last, it or its
    -- experiment: so an experiment's deletion touches one row, and the order of two partitions does not matter.
    deleted              boolean NOT NULL,
    lifecycle_changed_at bigint NOT NULL,
    -- Objects of key to text. Here, and not in tables of their own: a run is written and read with all of them, as one
    -- row. What is long lies out of line, and stays there untouched while the rest of the row changes.
    params               jsonb NOT NULL DEFAULT '{}',
    tags                 jsonb NOT NULL DEFAULT '{}'
    -- A run's row changes some times, and no index holds what changes: with room on the page an update is one of the heap
    -- alone.
) WITH (fillfactor = 70);

-- A page of runs in the default order.
CREATE INDEX run_by_start ON run (experiment_id, start_time DESC, run_id);

-- Params and tags one per row, for people with SQL or Grafana.
CREATE VIEW param AS
SELECT r.run_id, p.key COLLATE "C" AS key, p.value COLLATE "C" AS value
FROM run r, jsonb_each_text(r.params) AS p (key, value);

CREATE VIEW run_tag AS
SELECT r.run_id, t.key COLLATE "C" AS key, t.value COLLATE "C" AS value
FROM run r, jsonb_each_text(r.tags) AS t (key, value);

-- The value MLflow shows for a run and key: greatest step, then timestamp, then value with NaN as 0.
CREATE TABLE metric_latest (
    run_id         uuid NOT NULL,
    key            text COLLATE "C" NOT NULL,
    step           bigint NOT NULL,
    timestamp      bigint NOT NULL,
    value          double precision NOT NULL,
    -- Segments added since the series was last merged.
    fresh_segments integer NOT NULL,
    PRIMARY KEY (run_id, key)
) WITH (fillfactor = 80);

-- The points of a series, some per row: the three arrays have the same length and belong together by position.
-- A point may stand in two segments (it was logged twice); readers count it once.
CREATE TABLE metric_segment (
    run_id        uuid NOT NULL,
    key           text COLLATE "C" NOT NULL,
    -- Offset of the last event in it: unique in a series, since a series lies in one partition.
    sequence      bigint NOT NULL,
    -- 0 small, 1 merged once or middling, 2 full: what is merged with what.
    level         smallint NOT NULL,
    -- Least and greatest of timestamps: history is read in that order, a few segments at a time.
    min_timestamp bigint NOT NULL,
    max_timestamp bigint NOT NULL,
    steps         bigint[] NOT NULL,
    timestamps    bigint[] NOT NULL,
    values        double precision[] NOT NULL,
    PRIMARY KEY (run_id, key, sequence)
);

-- Plain points, for people with SQL or Grafana.
CREATE VIEW metric_point AS
SELECT DISTINCT s.run_id, s.key, p.step, p.timestamp, p.value
FROM metric_segment s, unnest(s.steps, s.timestamps, s.values) AS p (step, timestamp, value);

-- Named by its content, so that two runs may write the same dataset in any order.
CREATE TABLE dataset (
    dataset_id  uuid PRIMARY KEY,
    name        text COLLATE "C" NOT NULL,
    digest      text COLLATE "C" NOT NULL,
    source_type text NOT NULL,
    source      text NOT NULL,
    schema      text,
    profile     text
);

CREATE TABLE run_dataset (
    run_id     uuid NOT NULL,
    -- The dataset's own, here too: a run has the first dataset of a name and digest, and search looks at them.
    name       text COLLATE "C" NOT NULL,
    digest     text COLLATE "C" NOT NULL,
    dataset_id uuid NOT NULL,
    -- Order of logging: offset of the event, then place in it.
    sequence   bigint NOT NULL,
    ordinal    integer NOT NULL,
    tag_keys   text[] NOT NULL,
    tag_values text[] NOT NULL,
    -- Tag mlflow.data.context, for search.
    context    text COLLATE "C",
    PRIMARY KEY (run_id, name, digest)
);

CREATE TABLE run_model_input (
    run_id   uuid NOT NULL,
    model_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (run_id, model_id)
);

CREATE TABLE run_model_output (
    run_id   uuid NOT NULL,
    model_id text COLLATE "C" NOT NULL,
    step     bigint NOT NULL,
    PRIMARY KEY (run_id, model_id)
);

-- The first answer to each Idempotency-Key: a Reply of reply.proto. By partition, since a verdict may depend on events
-- of its own partition only; kept by event time, so that replay decides alike.
CREATE TABLE idempotent_answer (
    partition   integer NOT NULL,
    key         text COLLATE "C" NOT NULL,
    fingerprint bytea NOT NULL,
    answer      bytea NOT NULL,
    accepted_at bigint NOT NULL,
    PRIMARY KEY (partition, key)
);

CREATE INDEX idempotent_answer_by_age ON idempotent_answer (partition, accepted_at);

-- MLflow's order of a metric's points: step, then timestamp, then value with NaN as 0.
CREATE FUNCTION is_greater_metric(
    step bigint, "timestamp" bigint, value double precision,
    than_step bigint, than_timestamp bigint, than_value double precision) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (step, "timestamp", CASE WHEN value = 'NaN' THEN 0 ELSE value END)
     > (than_step, than_timestamp, CASE WHEN than_value = 'NaN' THEN 0 ELSE than_value END);

-- Concatenates arrays of different lengths: what merging segments needs and array_agg can't do.
CREATE AGGREGATE array_concat(anycompatiblearray) (sfunc = array_cat, stype = anycompatiblearray);
