create table allocation (
  id uuid primary key,
  participant_id uuid not null unique references participant,
  trial_id text not null references trial,
  position integer not null,
  stratum text not null,
  slot integer not null,
  sealed_arm bytea not null,
  idempotency_key text not null,
  receipt text not null,
  allocated_at timestamptz not null,
  published_at timestamptz,
  unique (trial_id, position),
  unique (trial_id, stratum, slot),
  unique (trial_id, idempotency_key)
);
comment on table allocation is 'A slot that was used up for a participant, for ever; also the outbox of participant-enrolled';
comment on column allocation.id is 'Identity of the event participant-enrolled';
comment on column allocation.participant_id is 'The participant';
comment on column allocation.trial_id is 'The trial';
comment on column allocation.position is 'Place in the order of allocation within the trial, from 1; tells the pilot';
comment on column allocation.stratum is 'Stratum as the server computed it from the locked answers';
comment on column allocation.slot is 'Number of the slot within the stratum, from 0';
comment on column allocation.sealed_arm is 'Number of the arm, under envelope encryption; its length is the same for all arms';
comment on column allocation.idempotency_key is 'Key of the request that took the slot';
comment on column allocation.receipt is 'The receipt as it was answered, so that a repetition gets the same bytes';
comment on column allocation.allocated_at is 'When the slot was taken';
comment on column allocation.published_at is 'When participant-enrolled was sent; null until then';
create index allocation_unpublished on allocation (id) where published_at is null;

create table baseline (
  id uuid primary key,
  participant_id uuid not null unique references participant,
  trial_id text not null references trial,
  variables text,
  recorded_at timestamptz not null,
  published_at timestamptz
);
comment on table baseline is 'Baseline variables as locked when the slot was taken; the outbox of baseline-recorded';
comment on column baseline.id is 'Identity of the event';
comment on column baseline.participant_id is 'The participant';
comment on column baseline.trial_id is 'The trial';
comment on column baseline.variables is 'Values by name as JSON; null once erased';
comment on column baseline.recorded_at is 'When they were locked';
comment on column baseline.published_at is 'When baseline-recorded was sent; null until then';
create index baseline_unpublished on baseline (id) where published_at is null;
