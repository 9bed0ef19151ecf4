create table withdrawal (
  participant_id uuid not null references participant (participant_id),
  level          text not null,
  withdrawn_on   date not null,
  created_at     timestamptz not null default now(),
  primary key (participant_id, level, withdrawn_on)
);
comment on table withdrawal is 'Withdrawals of participants, each as it was reported';
comment on column withdrawal.participant_id is 'Who withdrew';
comment on column withdrawal.level is 'How far: STOP_INTERVENTION to WITHDRAW_AND_ERASE';
comment on column withdrawal.withdrawn_on is 'From which day';
comment on column withdrawal.created_at is 'When this service heard of it';
