create table deviation (
  id uuid primary key,
  trial_id text not null references trial,
  kind text not null,
  noticed_on date not null,
  participant_id uuid references participant,
  stratum text,
  slot integer,
  description text,
  corrective_action text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  check ((description is null) = (corrective_action is null)),
  check ((stratum is null) = (slot is null))
);
comment on table deviation is 'The drift log: an error in the conduct of a trial, what it was about and what was done';
comment on column deviation.id is 'Identity of the deviation, as the chained log names it';
comment on column deviation.trial_id is 'The trial';
comment on column deviation.kind is 'WRONG_STRATUM, INELIGIBLE_FOUND_LATER, WRONG_ARM_DELIVERED, ALLOCATED_WITHOUT_NEED, ARM_DISCLOSED or OTHER';
comment on column deviation.noticed_on is 'Day on which it was noticed';
comment on column deviation.participant_id is 'Whom it is about; null where it is about a slot or the trial, and once erased';
comment on column deviation.stratum is 'Stratum of the slot that it is about; null without one, and once erased';
comment on column deviation.slot is 'Slot that it is about; null without one, and once erased';
comment on column deviation.description is 'What was found, without naming an arm; null once the person that it is about was erased';
comment on column deviation.corrective_action is 'What was done about it, without naming an arm; null once erased';
comment on column deviation.recorded_by is 'Subject of the token of the one who recorded it';
comment on column deviation.recorded_at is 'When it was recorded';
create index deviation_of_trial on deviation (trial_id, id);
create index deviation_of_participant on deviation (participant_id) where participant_id is not null;
