create table snapshot (
  hash         text primary key,
  id           uuid not null unique,
  trial_id     text not null,
  known_at     timestamptz not null,
  participants integer not null,
  taken_by     text,
  taken_at     timestamptz not null,
  published_at timestamptz,
  created_at   timestamptz not null default now()
);
create index snapshot_trial on snapshot (trial_id, known_at);
comment on table snapshot is 'What was known of a trial at an instant. Versions are kept for ever, so the instant is enough; the outbox of outcome.snapshot-taken.v1';
comment on column snapshot.hash is 'SHA-256 over the versions and the hashes of their values';
comment on column snapshot.id is 'Identity of the event';
comment on column snapshot.trial_id is 'The trial';
comment on column snapshot.known_at is 'Of each participant the newest version computed by then belongs to it';
comment on column snapshot.participants is 'How many participants it holds';
comment on column snapshot.taken_by is 'Who took it, as the token names them';
comment on column snapshot.taken_at is 'When';
comment on column snapshot.published_at is 'When outcome.snapshot-taken.v1 was sent; null until then';
comment on column snapshot.created_at is 'When the row was written';
