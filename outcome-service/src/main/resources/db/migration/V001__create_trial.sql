create table trial (
  trial_id   text primary key,
  version    integer not null,
  definition text not null,
  created_at timestamptz not null default now()
);
comment on table trial is 'Trials as randomisation-service opened them, with the section of the protocol that this service reads';
comment on column trial.trial_id is 'Name of the trial';
comment on column trial.version is 'Version of the protocol; the highest counts';
comment on column trial.definition is 'Outcome definition as canonical JSON, written out also when the protocol names a preset';
comment on column trial.created_at is 'When this service first heard of the trial';
