create table programme_days (
  participant_id uuid primary key references participant,
  trial_id text not null references trial,
  started_on date not null,
  ended_on date,
  recorded_at timestamptz not null
);
comment on table programme_days is 'Days from which questionnaires of the programme count; they tell the arm, so only who delivers it sees them; the row goes when the participant is erased';
comment on column programme_days.participant_id is 'The participant';
comment on column programme_days.trial_id is 'The trial';
comment on column programme_days.started_on is 'First day of the programme';
comment on column programme_days.ended_on is 'Last day of the programme; null until known';
comment on column programme_days.recorded_at is 'When they were last recorded';
