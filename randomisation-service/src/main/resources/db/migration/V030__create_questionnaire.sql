create table questionnaire (
  id uuid primary key,
  participant_id uuid not null references participant,
  trial_id text not null references trial,
  timepoint text not null,
  version integer not null,
  items text not null,
  answered_items integer not null,
  answered_on date not null,
  reason text,
  recorded_at timestamptz not null,
  unique (participant_id, timepoint, version)
);
comment on table questionnaire is 'Each version of what a participant answered at a timepoint after baseline; rows go when the participant is erased';
comment on column questionnaire.id is 'Identity of the version';
comment on column questionnaire.participant_id is 'The participant';
comment on column questionnaire.trial_id is 'The trial';
comment on column questionnaire.timepoint is 'Name of the timepoint in the protocol';
comment on column questionnaire.version is 'Counts the versions of the timepoint from 1; the highest counts';
comment on column questionnaire.items is 'Answers by instrument as canonical JSON, null where missing';
comment on column questionnaire.answered_items is 'How many items have an answer; none if a version takes all back';
comment on column questionnaire.answered_on is 'Day on which the participant answered';
comment on column questionnaire.reason is 'Why an earlier answer was changed; null where none was';
comment on column questionnaire.recorded_at is 'When it was recorded';
