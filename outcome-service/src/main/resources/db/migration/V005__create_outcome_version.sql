create table outcome_version (
  id             uuid primary key,
  participant_id uuid not null references participant (participant_id),
  trial_id       text not null,
  number         integer not null,
  status         text not null check (status in ('COMPLETE', 'PARTIAL', 'WITHDRAWN')),
  input_hash     text not null,
  inputs         text not null,
  outcome        text,
  computed_at    timestamptz not null,
  published_at   timestamptz,
  place          bigint generated always as identity,
  created_at     timestamptz not null default now(),
  unique (participant_id, number)
);
create index outcome_version_unpublished on outcome_version (place) where published_at is null;
comment on table outcome_version is 'Every version of every participant''s outcome, and the outbox of outcome.computed.v1';
comment on column outcome_version.id is 'Identity of the version and of its event';
comment on column outcome_version.participant_id is 'Whose outcome';
comment on column outcome_version.trial_id is 'In which trial';
comment on column outcome_version.number is 'Counts the participant''s versions from 1';
comment on column outcome_version.status is 'COMPLETE, PARTIAL or WITHDRAWN';
comment on column outcome_version.input_hash is 'SHA-256 over definition, index date, status and record versions';
comment on column outcome_version.inputs is 'The record versions that counted, as a JSON array; empty once erased';
comment on column outcome_version.outcome is 'The values as canonical JSON, byte for byte as published; null when withdrawn or erased';
comment on column outcome_version.computed_at is 'When it was computed';
comment on column outcome_version.published_at is 'When it was sent; null until then';
comment on column outcome_version.place is 'Order of recording; within a participant also the order of versions';
comment on column outcome_version.created_at is 'When the row was written';
