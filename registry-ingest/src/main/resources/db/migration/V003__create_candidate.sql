create table trial (
  trial_id text primary key,
  version integer not null,
  opened_at timestamptz not null,
  protocol text not null,
  received_at timestamptz not null default now()
);
comment on table trial is 'The sections of a trial''s protocol that candidate lists need.';
comment on column trial.trial_id is 'Name of the trial.';
comment on column trial.version is 'Version of the protocol; the highest counts.';
comment on column trial.opened_at is 'When that version was opened.';
comment on column trial.protocol is 'JSON with the sections recruitment and screening.';
comment on column trial.received_at is 'When the event came.';

create table candidate_list (
  id uuid primary key,
  trial_id text not null references trial (trial_id),
  office text not null,
  list_date date not null,
  screened integer not null,
  candidates integer not null,
  not_eligible text not null,
  created_by text not null,
  created_at timestamptz not null,
  published_at timestamptz,
  constraint candidate_list_once unique (trial_id, office, list_date)
);
comment on table candidate_list is 'The candidates of one office on one day, and how many were looked at.';
comment on column candidate_list.id is 'UUID version 7.';
comment on column candidate_list.trial_id is 'The trial.';
comment on column candidate_list.office is 'NAV office, four digits.';
comment on column candidate_list.list_date is 'The day of which the list speaks.';
comment on column candidate_list.screened is 'Persons on sick leave in the right week; candidates and not eligible.';
comment on column candidate_list.candidates is 'Persons that met every criterion.';
comment on column candidate_list.not_eligible is 'JSON: how many failed for each reason.';
comment on column candidate_list.created_by is 'Subject of the token that asked for it.';
comment on column candidate_list.created_at is 'When the list was made.';
comment on column candidate_list.published_at is 'When candidates-listed was sent; null before.';
create index candidate_list_unpublished on candidate_list (id) where published_at is null;

create table candidate (
  id uuid primary key,
  list_id uuid not null references candidate_list (id),
  trial_id text not null references trial (trial_id),
  person_id uuid not null references person (id),
  sick_leave_week integer not null,
  grade numeric(5, 2) not null,
  diagnosis text,
  age integer,
  constraint candidate_once unique (trial_id, person_id)
);
comment on table candidate is 'A person on a list; on one list of a trial only.';
comment on column candidate.id is 'The opaque candidateId, UUID version 7.';
comment on column candidate.list_id is 'The list.';
comment on column candidate.trial_id is 'The trial.';
comment on column candidate.person_id is 'Who it is.';
comment on column candidate.sick_leave_week is 'Week of the spell on the day of the list, from 1.';
comment on column candidate.grade is 'Per cent absent on the day of the list.';
comment on column candidate.diagnosis is 'Diagnosis of the certificate in force, null when it names none.';
comment on column candidate.age is 'Completed years on the day of the list, null when not known.';
create index candidate_of_list on candidate (list_id);
create index candidate_of_person on candidate (person_id);

create table identifier_access (
  id uuid primary key,
  candidate_id uuid not null references candidate (id),
  caller text not null,
  accessed_at timestamptz not null
);
comment on table identifier_access is 'Who was shown a candidate''s national identifier, and when.';
comment on column identifier_access.id is 'UUID version 7.';
comment on column identifier_access.candidate_id is 'Whose identifier was shown.';
comment on column identifier_access.caller is 'Subject of the token.';
comment on column identifier_access.accessed_at is 'When.';
