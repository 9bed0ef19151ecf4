create table delivery_entry (
  id uuid primary key,
  subject_id uuid not null,
  version integer not null,
  participant_id uuid not null references participant,
  trial_id text not null references trial,
  about_session boolean not null,
  sealed_content bytea,
  recorded_by text not null,
  recorded_at timestamptz not null,
  unique (subject_id, version)
);
comment on table delivery_entry is 'A version of what was recorded of a session, or of the programme as a whole; the highest version of each counts';
comment on column delivery_entry.id is 'Identity of the version';
comment on column delivery_entry.subject_id is 'The session; the participant where the entry is about the programme';
comment on column delivery_entry.version is 'From 1; each correction is another one';
comment on column delivery_entry.participant_id is 'The participant';
comment on column delivery_entry.trial_id is 'The trial';
comment on column delivery_entry.about_session is 'True for a session, false for the programme as a whole';
comment on column delivery_entry.sealed_content is 'Component, day, mode and the rest, padded to one length, under envelope encryption, since they tell the arm; null in a version that says the session was recorded in error';
comment on column delivery_entry.recorded_by is 'Subject of the token of whoever recorded it';
comment on column delivery_entry.recorded_at is 'When it was recorded';
create index delivery_entry_of_participant on delivery_entry (participant_id, subject_id, version);

create table delivery_report (
  participant_id uuid primary key references participant,
  trial_id text not null references trial,
  event_id uuid not null unique,
  erased boolean not null default false,
  changed_at timestamptz not null,
  published_at timestamptz
);
comment on table delivery_report is 'Whose deliveries changed since they were last told; the outbox of delivery-recorded, from which nothing is sent before the code of the trial was opened';
comment on column delivery_report.participant_id is 'The participant';
comment on column delivery_report.trial_id is 'The trial';
comment on column delivery_report.event_id is 'Identity of the next event, another one after each change';
comment on column delivery_report.erased is 'True once erased: a tombstone is sent';
comment on column delivery_report.changed_at is 'When the deliveries changed last';
comment on column delivery_report.published_at is 'When this state was sent; null until then';
create index delivery_report_unpublished on delivery_report (event_id) where published_at is null;
