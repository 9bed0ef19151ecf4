create table trial_event (
  id uuid primary key,
  trial_id text not null references trial,
  kind text not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  description text not null,
  mitigation text,
  recorded_by text not null,
  recorded_at timestamptz not null
);
comment on table trial_event is 'What befell the trial itself and its report must tell (CONSERVE); a halt of recruitment refuses inclusions';
comment on column trial_event.id is 'Identity of the event, as the log names it';
comment on column trial_event.trial_id is 'The trial';
comment on column trial_event.kind is 'AMENDMENT, RECRUITMENT_HALT, MODIFICATION or OTHER';
comment on column trial_event.from_day is 'First day of it';
comment on column trial_event.to_day is 'Last day of it; null for the event of a day and while a halt lasts';
comment on column trial_event.description is 'What happened and why';
comment on column trial_event.mitigation is 'What was done about it; null where nothing was';
comment on column trial_event.recorded_by is 'Subject of the token of the one who noted it';
comment on column trial_event.recorded_at is 'When it was noted';
create index trial_event_of_trial on trial_event (trial_id, from_day);
