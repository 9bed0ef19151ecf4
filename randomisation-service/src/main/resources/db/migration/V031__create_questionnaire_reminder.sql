create table questionnaire_reminder (
  id uuid primary key,
  participant_id uuid not null references participant,
  trial_id text not null references trial,
  timepoint text not null,
  kind text not null,
  opens_on date not null,
  due_on date not null,
  closes_on date not null,
  raised_at timestamptz not null,
  published_at timestamptz,
  unique (participant_id, timepoint, kind)
);
comment on table questionnaire_reminder is 'A questionnaire became due or overdue; the outbox of questionnaire-due; rows go when the participant is erased';
comment on column questionnaire_reminder.id is 'Identity of the event';
comment on column questionnaire_reminder.participant_id is 'The participant';
comment on column questionnaire_reminder.trial_id is 'The trial';
comment on column questionnaire_reminder.timepoint is 'Name of the timepoint in the protocol';
comment on column questionnaire_reminder.kind is 'DUE or OVERDUE, each raised once';
comment on column questionnaire_reminder.opens_on is 'First day of the window';
comment on column questionnaire_reminder.due_on is 'Day on which it is due';
comment on column questionnaire_reminder.closes_on is 'Last day of the window';
comment on column questionnaire_reminder.raised_at is 'When it was raised';
comment on column questionnaire_reminder.published_at is 'When questionnaire-due was sent; null until then';
create index questionnaire_reminder_unpublished on questionnaire_reminder (id) where published_at is null;
