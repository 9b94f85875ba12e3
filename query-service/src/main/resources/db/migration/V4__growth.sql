-- What a search looks at first when there are a million runs; docs/adr/0025 has the measurements. Only indexes: replicas of
-- the version before do not notice, but that their projectors wait while one is built. Appends go on meanwhile, into the
-- log. With a million runs of 20 metrics it takes about a minute.
SET LOCAL maintenance_work_mem = '256MB';

-- Runs in the order of a metric, and those beyond a value. It holds what changes with each point, so an update of the
-- latest value writes this index too.
CREATE INDEX metric_latest_by_value ON metric_latest (key, value);

-- Runs with this value of a param or tag. What was added last is in a list that every search reads: a short one.
CREATE INDEX run_by_param ON run USING gin (params jsonb_path_ops) WITH (gin_pending_list_limit = 512);
CREATE INDEX run_by_tag ON run USING gin (tags jsonb_path_ops) WITH (gin_pending_list_limit = 512);

-- Deleted runs are few, and the only ones that who asks for them wants to see.
CREATE INDEX run_deleted ON run (experiment_id) WHERE deleted;

-- By default a table is vacuumed when a fifth has changed, so the larger, the later; and until then a look into an index
-- alone goes to the rows too.
ALTER TABLE run SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
                     autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE metric_latest SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05,
                               autovacuum_analyze_scale_factor = 0.02);
