create table head (
  trial_id text not null references trial,
  signed_on date not null,
  entry_count bigint not null,
  hash text not null,
  at text not null,
  signature text not null,
  sent_at timestamptz,
  primary key (trial_id, signed_on)
);
comment on table head is 'The signed head of each day of each log, kept so that the bundle carries all of them; also the outbox of heads that are sent outside';
comment on column head.trial_id is 'The trial';
comment on column head.signed_on is 'Day of the signature, UTC';
comment on column head.entry_count is 'Number of entries that the head covers';
comment on column head.hash is 'Hash of the last of them, hex; 64 zeros where there is none';
comment on column head.at is 'Time of the signature as it is signed, RFC 3339';
comment on column head.signature is 'Ed25519 signature, hex';
comment on column head.sent_at is 'When it was taken at the address outside; null until then';
create index head_unsent on head (signed_on, trial_id) where sent_at is null;
