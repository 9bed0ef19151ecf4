create table unmasked_participant (
  dataset_id     uuid not null,
  participant_id uuid not null,
  trial_id       text not null,
  label          text not null,
  arm            text not null,
  arm_label      text not null,
  columns        text not null,
  created_at     timestamptz not null default now(),
  primary key (dataset_id, participant_id)
);
create index on unmasked_participant (participant_id);
comment on table unmasked_participant is 'What the unmasking of a dataset told of a participant; the dataset itself does not change; deleted on erasure';
comment on column unmasked_participant.dataset_id is 'Id of the dataset, which may not be known here yet';
comment on column unmasked_participant.participant_id is 'Opaque id of the participant; never leaves this table';
comment on column unmasked_participant.trial_id is 'Name of the trial';
comment on column unmasked_participant.label is 'Letter that stood for the arm';
comment on column unmasked_participant.arm is 'Name of the arm in allocations';
comment on column unmasked_participant.arm_label is 'What tables call the arm';
comment on column unmasked_participant.columns is 'Epoch, probability of the allocation, received, adherence and per protocol, canonical JSON';
comment on column unmasked_participant.created_at is 'When the event arrived';
