alter table participant add column bucket smallint not null generated always as (
  ((get_byte(uuid_send(participant_id), 14) * 256 + get_byte(uuid_send(participant_id), 15)) % 240)::smallint) stored;
create index participant_bucket on participant (bucket, participant_id);
comment on column participant.bucket is 'One of 240 equal shares of all participants; processes divide them among each other';
create table recomputation (
  id           uuid primary key,
  trial_id     text,
  cause        text not null check (cause in ('REQUESTED', 'DEFINITION_CHANGED')),
  reason       text not null,
  requested_by text,
  requested_at timestamptz not null,
  cancelled_at timestamptz,
  created_at   timestamptz not null default now()
);
comment on table recomputation is 'Orders to derive the outcome of everybody anew';
comment on column recomputation.id is 'Identity of the order';
comment on column recomputation.trial_id is 'Of which trial; null for all';
comment on column recomputation.cause is 'Why there is the order: somebody asked, or the definition changed';
comment on column recomputation.reason is 'What the one who asked gave as reason';
comment on column recomputation.requested_by is 'Who asked, as the token names them';
comment on column recomputation.requested_at is 'When';
comment on column recomputation.cancelled_at is 'When the order was withdrawn, if it was';
comment on column recomputation.created_at is 'When the row was written';
create table recomputation_slice (
  recomputation_id uuid not null references recomputation (id),
  bucket           smallint not null,
  participants     integer not null,
  recomputed       integer not null default 0,
  changed          integer not null default 0,
  failed           integer not null default 0,
  last_participant uuid,
  finished_at      timestamptz,
  primary key (recomputation_id, bucket)
);
create index recomputation_slice_unfinished on recomputation_slice (bucket) where finished_at is null;
comment on table recomputation_slice is 'How far an order has come in each bucket; a batch and its progress are one transaction';
comment on column recomputation_slice.recomputation_id is 'The order';
comment on column recomputation_slice.bucket is 'The bucket of participants';
comment on column recomputation_slice.participants is 'How many there were when the order came';
comment on column recomputation_slice.recomputed is 'How many have been derived anew';
comment on column recomputation_slice.changed is 'How many of these got a new outcome version';
comment on column recomputation_slice.failed is 'How many could not be derived; they wait to be tried again';
comment on column recomputation_slice.last_participant is 'The last one derived anew, in order of id';
comment on column recomputation_slice.finished_at is 'When the bucket was through';
