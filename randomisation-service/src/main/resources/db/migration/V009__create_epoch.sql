create table epoch (
  trial_id text not null references trial,
  stratum text not null,
  from_slot integer not null,
  weights text not null,
  started_at timestamptz not null,
  primary key (trial_id, stratum, from_slot)
);
comment on table epoch is 'Weights of the arms from a slot on, declared before that slot was taken';
comment on column epoch.trial_id is 'The trial';
comment on column epoch.stratum is 'The stratum';
comment on column epoch.from_slot is 'The first slot of the epoch';
comment on column epoch.weights is 'One whole number for each arm, as a JSON array';
comment on column epoch.started_at is 'When it was approved';
