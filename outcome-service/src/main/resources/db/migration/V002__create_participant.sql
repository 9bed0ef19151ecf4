create table participant (
  participant_id   uuid primary key,
  trial_id         text,
  index_date       date,
  enrolled_at      timestamptz,
  release_ended_at timestamptz,
  changed_at       timestamptz,
  due_on           date,
  outcome_number   integer not null default 0,
  outcome_status   text check (outcome_status in ('COMPLETE', 'PARTIAL', 'WITHDRAWN')),
  input_hash       text,
  created_at       timestamptz not null default now()
);
create index participant_trial on participant (trial_id, participant_id);
create index participant_changed on participant (changed_at) where changed_at is not null;
create index participant_due on participant (due_on) where due_on is not null;
comment on table participant is 'Everybody of whom any fact arrived, perhaps before the enrolment; the row lock serialises the participant''s recomputation';
comment on column participant.participant_id is 'Opaque id given by randomisation-service';
comment on column participant.trial_id is 'Trial, null until a fact names it; it may not be known yet';
comment on column participant.index_date is 'First day of follow-up, null until the enrolment arrives';
comment on column participant.enrolled_at is 'When the enrolment that counts was made';
comment on column participant.release_ended_at is 'When the registers stopped releasing records, if they did';
comment on column participant.changed_at is 'Since when facts wait to be computed; null when the newest outcome agrees with them';
comment on column participant.due_on is 'Day on which a partial outcome becomes complete';
comment on column participant.outcome_number is 'Number of the newest outcome version, 0 before the first';
comment on column participant.outcome_status is 'Status of the newest outcome version';
comment on column participant.input_hash is 'Input hash of the newest outcome version';
comment on column participant.created_at is 'When this service first heard of the participant';
