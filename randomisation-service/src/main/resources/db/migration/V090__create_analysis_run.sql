create table analysis_run (
  run_id uuid primary key,
  dataset_id text not null,
  trial_id text not null references trial,
  result_hash text not null,
  completed_at timestamptz not null
);
comment on table analysis_run is 'A completed analysis of a locked dataset, as analysis-service told it; without one the dataset cannot be unmasked';
comment on column analysis_run.run_id is 'The run, as analysis-service names it';
comment on column analysis_run.dataset_id is 'The dataset that was analysed';
comment on column analysis_run.trial_id is 'The trial';
comment on column analysis_run.result_hash is 'SHA-256 of the result, hex; the log holds it too';
comment on column analysis_run.completed_at is 'When the analysis was completed';
create index analysis_run_of_dataset on analysis_run (dataset_id);
