-- The model registry: what lies in the log under the key `model-registry`.

CREATE TABLE registered_model (
    -- Offset of the event that registered it: stays while the name changes, and is not given again.
    registration     bigint PRIMARY KEY,
    -- Deferred: one statement writes what a batch made of the names, and may swap two of them.
    name             text COLLATE "C" NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED,
    description      text NOT NULL,
    creation_time    bigint NOT NULL,
    last_update_time bigint NOT NULL,
    -- The greatest number that a version ever had: numbers of deleted versions are not given again.
    last_version     integer NOT NULL,
    -- An object of key to text.
    tags             jsonb NOT NULL,
    -- An object of alias to the number of a version.
    aliases          jsonb NOT NULL
);

CREATE INDEX registered_model_by_update ON registered_model (last_update_time, name);

CREATE TABLE model_version (
    registration     bigint NOT NULL,
    version          integer NOT NULL,
    creation_time    bigint NOT NULL,
    last_update_time bigint NOT NULL,
    -- ModelStage of model_registry.proto: 1 None, 2 Staging, 3 Production, 4 Archived.
    stage            smallint NOT NULL,
    description      text,
    source           text COLLATE "C" NOT NULL,
    storage_location text COLLATE "C" NOT NULL,
    run_id           text COLLATE "C",
    run_link         text NOT NULL,
    -- The logged model it is made of; empty if there is none.
    model_id         text COLLATE "C" NOT NULL,
    -- An object of key to text.
    tags             jsonb NOT NULL,
    PRIMARY KEY (registration, version)
);

-- The latest version of each stage.
CREATE INDEX model_version_by_stage ON model_version (registration, stage, version DESC);

-- A search of versions in its default order begins with the latest update.
CREATE INDEX model_version_by_update ON model_version (last_update_time DESC);

-- Which versions came from a run: MLflow's page asks for those of many runs at once.
CREATE INDEX model_version_by_run ON model_version (run_id);

-- Searches leave models out that have a prompt among their versions.
CREATE INDEX model_version_prompt ON model_version (registration) WHERE tags ->> 'mlflow.prompt.is_prompt' = 'true';
