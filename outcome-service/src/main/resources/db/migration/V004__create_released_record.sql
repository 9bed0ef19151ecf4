create table released_record (
  participant_id uuid not null references participant (participant_id),
  record_id      text not null,
  version        bigint not null,
  content        text,
  erased_at      timestamptz,
  created_at     timestamptz not null default now(),
  primary key (participant_id, record_id, version),
  check ((content is null) = (erased_at is not null))
);
comment on table released_record is 'Every version of every registry record released for a participant';
comment on column released_record.participant_id is 'Whose record';
comment on column released_record.record_id is 'Identity of the record over all its versions';
comment on column released_record.version is 'The highest counts, whatever the order of arrival';
comment on column released_record.content is 'The record as canonical JSON; null once erased';
comment on column released_record.erased_at is 'When the version was erased; it stays erased if it arrives again';
comment on column released_record.created_at is 'When the version, or its erasure, arrived';
