create table final_run (
  run_id       uuid primary key references analysis_run,
  trial_id     text not null,
  dataset_id   uuid not null references dataset,
  completed_at timestamptz not null,
  result_hash  text not null,
  result       text not null
);
comment on table final_run is 'What unmasking added to a masked run, which stays as it is';
comment on column final_run.run_id is 'The masked run';
comment on column final_run.trial_id is 'Name of the trial';
comment on column final_run.dataset_id is 'The dataset analysed';
comment on column final_run.completed_at is 'When it was computed';
comment on column final_run.result_hash is 'SHA-256 of the result';
comment on column final_run.result is 'Arms, conduct by arm and the analyses that need the arms, canonical JSON; never changed';
