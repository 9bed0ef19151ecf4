create table registry_record (
  record_id text primary key,
  type text not null,
  person_id uuid references person (id),
  created_at timestamptz not null default now()
);
comment on table registry_record is 'A record of a register, whatever its versions say.';
comment on column registry_record.record_id is 'Identity given by the register or its dialect.';
comment on column registry_record.type is 'One of the five canonical types; never changes.';
comment on column registry_record.person_id is
  'Whom it is about; null while only a cancellation without a person has come.';
comment on column registry_record.created_at is 'When the record was first heard of.';
create index registry_record_person on registry_record (person_id, type);

create table record_version (
  id uuid primary key,
  record_id text not null references registry_record (record_id),
  version bigint not null check (version >= 0),
  status text not null check (status in ('ACTIVE', 'CANCELLED')),
  issued_at timestamptz not null,
  received_at timestamptz not null default now(),
  source text not null,
  message_id text,
  digest text not null,
  content_digest text not null,
  valid_from date,
  valid_to date,
  body text not null,
  constraint record_version_once unique (record_id, version),
  constraint record_message_once unique (record_id, message_id)
);
comment on table record_version is
  'Every version of every record, kept for ever: what it says of which days, and since when we know.';
comment on column record_version.id is 'UUID version 7.';
comment on column record_version.record_id is 'The record.';
comment on column record_version.version is 'The highest counts, whatever the order of arrival.';
comment on column record_version.status is 'ACTIVE, or CANCELLED: the record does not count.';
comment on column record_version.issued_at is 'When the register wrote it (the doctor, for a certificate).';
comment on column record_version.received_at is 'When it was stored here.';
comment on column record_version.source is 'Dialect it came in.';
comment on column record_version.message_id is 'Identity of the message, where a repeat may carry another time.';
comment on column record_version.digest is 'SHA-256 in hex of body: equal version, equal digest, or conflict.';
comment on column record_version.content_digest is 'SHA-256 in hex of body without version and time.';
comment on column record_version.valid_from is 'First day any period speaks of; null without periods.';
comment on column record_version.valid_to is 'Last day any period speaks of; null when open or without periods.';
comment on column record_version.body is 'Canonical JSON, without the person.';
