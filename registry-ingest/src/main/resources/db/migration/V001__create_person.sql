create table person (
  id uuid primary key,
  birth_date date,
  sex text check (sex in ('FEMALE', 'MALE')),
  office text,
  summary text not null default '',
  details_at timestamptz not null default '-infinity',
  current_pseudonym text,
  merged_into uuid references person (id),
  created_at timestamptz not null default now()
);
comment on table person is 'Someone in the registers; carries no identifier.';
comment on column person.id is 'Name of the person inside this service; never leaves it.';
comment on column person.birth_date is 'Date of birth, null when not told.';
comment on column person.sex is 'FEMALE or MALE, null when not told.';
comment on column person.office is 'NAV office, four digits, null when not told.';
comment on column person.summary is 'The details as one text; orders two messages of one time.';
comment on column person.details_at is 'updatedAt of the message that the details come from.';
comment on column person.current_pseudonym is 'Pseudonym of the identifier in use, null when not told.';
comment on column person.merged_into is 'The person this one turned out to be, null otherwise.';
comment on column person.created_at is 'When the person was first heard of.';
create index person_office on person (office) where merged_into is null;

create table person_identifier (
  pseudonym text primary key,
  person_id uuid not null references person (id) deferrable initially deferred,
  sealed_identifier bytea not null,
  created_at timestamptz not null default now()
);
comment on table person_identifier is 'Every identifier a person has had, by pseudonym.';
comment on column person_identifier.pseudonym is 'HMAC-SHA-256 of the identifier in hex.';
comment on column person_identifier.person_id is 'Whose identifier it is, after all merges.';
comment on column person_identifier.sealed_identifier is 'The identifier under AES-256-GCM, nonce first.';
comment on column person_identifier.created_at is 'When the identifier was first heard of.';
create index person_identifier_person on person_identifier (person_id);
