-- Logged models, and what runs measured of them. An older installation fills the tables from its log: ./runstream replay.

CREATE TABLE logged_model (
    -- m- and 32 hex digits.
    model_id      text COLLATE "C" PRIMARY KEY,
    experiment_id bigint NOT NULL,
    name          text COLLATE "C" NOT NULL,
    -- Empty if none was given, like the next.
    model_type    text COLLATE "C" NOT NULL,
    source_run_id text COLLATE "C" NOT NULL,
    artifact_uri  text COLLATE "C" NOT NULL,
    -- LoggedModelStatus of logged_model.proto: 0 unspecified, 1 pending, 2 ready, 3 upload failed.
    status        smallint NOT NULL,
    -- Its own deletion: its experiment's does not touch it, in MLflow neither.
    deleted       boolean NOT NULL,
    created_at    bigint NOT NULL,
    updated_at    bigint NOT NULL,
    -- Objects of key to text, as in run.
    params        jsonb NOT NULL,
    tags          jsonb NOT NULL
);

-- A page of models in the default order.
CREATE INDEX logged_model_by_creation ON logged_model (experiment_id, created_at DESC, model_id);

-- Every point that a run measured of a model: MLflow shows them all. The same points are among the run's own metrics.
CREATE TABLE logged_model_metric (
    -- Perhaps of no model that is there, should somebody else than ingest write to the log.
    model_id       text COLLATE "C" NOT NULL,
    key            text COLLATE "C" NOT NULL,
    timestamp      bigint NOT NULL,
    step           bigint NOT NULL,
    run_id         uuid NOT NULL,
    value          double precision NOT NULL,
    -- Empty if none was named, like the next.
    dataset_name   text COLLATE "C" NOT NULL,
    dataset_digest text COLLATE "C" NOT NULL
);

-- The same point logged twice counts once, and the latest of a model's key is found at one end. A dataset's name may be
-- longer than an index entry: here it is its hash.
CREATE UNIQUE INDEX logged_model_metric_point ON logged_model_metric
    (model_id, key, timestamp, step, run_id, value, hashtextextended(dataset_name || '/' || dataset_digest, 0));
