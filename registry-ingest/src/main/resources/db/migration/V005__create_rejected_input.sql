create table rejected_input (
  id uuid primary key,
  source text not null,
  reason text not null,
  fingerprint text not null,
  sealed_body bytea not null,
  received_at timestamptz not null default now(),
  constraint rejected_input_once unique (source, reason, fingerprint)
);
comment on table rejected_input is 'Quarantine: input that became no record, sealed since it names persons.';
comment on column rejected_input.id is 'UUID version 7; the context under which the body is sealed.';
comment on column rejected_input.source is 'Dialect it came in.';
comment on column rejected_input.reason is 'Why it became no record.';
comment on column rejected_input.fingerprint is 'Keyed digest of the body: the same input is kept once.';
comment on column rejected_input.sealed_body is 'The input under AES-256-GCM, nonce first.';
comment on column rejected_input.received_at is 'When it first came.';
