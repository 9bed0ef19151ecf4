create table analysis_run (
  run_id       uuid primary key,
  trial_id     text not null,
  dataset_id   uuid not null references dataset,
  seed         bigint not null,
  completed_at timestamptz not null,
  result_hash  text not null,
  result       text not null,
  published_at timestamptz,
  unique (dataset_id, seed)
);
create index analysis_run_unpublished on analysis_run (completed_at) where published_at is null;
comment on table analysis_run is 'A completed analysis of a locked dataset; each row is also the event analysis.run-completed.v1';
comment on column analysis_run.run_id is 'Id of the run';
comment on column analysis_run.trial_id is 'Name of the trial';
comment on column analysis_run.dataset_id is 'The dataset analysed';
comment on column analysis_run.seed is 'Seed of the random streams';
comment on column analysis_run.completed_at is 'When the run was completed';
comment on column analysis_run.result_hash is 'SHA-256 of the result';
comment on column analysis_run.result is 'All tables and figures, canonical JSON; never changed';
comment on column analysis_run.published_at is 'When the event was sent; null until then';
