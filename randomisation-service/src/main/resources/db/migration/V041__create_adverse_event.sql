create table adverse_event (
  event_id uuid not null,
  version integer not null check (version >= 1),
  trial_id text not null references trial,
  participant_id uuid references participant,
  term text,
  onset date,
  resolved_on date,
  severity text not null,
  seriousness text not null,
  relatedness text not null,
  expected boolean not null,
  outcome text not null,
  reported_by text not null,
  recorded_at timestamptz not null,
  primary key (event_id, version),
  check ((participant_id is null) = (term is null) and (participant_id is null) = (onset is null))
);
comment on table adverse_event is 'A report of an adverse event in one of its versions; the newest counts, none is overwritten';
comment on column adverse_event.event_id is 'Identity of the event, shared by its versions';
comment on column adverse_event.version is '1 for the report, counted on by each correction';
comment on column adverse_event.trial_id is 'The trial';
comment on column adverse_event.participant_id is 'The participant; null once erased, so that the event is only counted';
comment on column adverse_event.term is 'What happened; null once erased';
comment on column adverse_event.onset is 'First day of it; null once erased';
comment on column adverse_event.resolved_on is 'Last day of it; null while it lasts, and once erased';
comment on column adverse_event.severity is 'MILD, MODERATE or SEVERE';
comment on column adverse_event.seriousness is 'Criteria of ICH E2A as a JSON array of texts; empty for an event that is not serious';
comment on column adverse_event.relatedness is 'UNRELATED, UNLIKELY, POSSIBLE, PROBABLE or DEFINITE';
comment on column adverse_event.expected is 'Whether such events were expected';
comment on column adverse_event.outcome is 'How it ended so far';
comment on column adverse_event.reported_by is 'Role of whoever reported this version';
comment on column adverse_event.recorded_at is 'When this version was recorded';
create index adverse_event_of_trial on adverse_event (trial_id, event_id);
create index adverse_event_of_participant on adverse_event (participant_id);
