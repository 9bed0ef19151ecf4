create table allocation_request (
  participant_id uuid primary key references participant,
  trial_id text not null references trial,
  answers_changed_at timestamptz,
  requested_by text,
  requested_at timestamptz,
  check ((requested_by is null) = (requested_at is null))
);
comment on table allocation_request is 'Who asked for a slot and how long after the participant was ready for it: a recruiter who waits for a wanted arm shows in the lags';
comment on column allocation_request.participant_id is 'The participant; the row goes with an erasure';
comment on column allocation_request.trial_id is 'The trial';
comment on column allocation_request.answers_changed_at is 'When answers that the stratum depends on changed last after the enrolment; null if they did not';
comment on column allocation_request.requested_by is 'HMAC of the subject of the token under a secret of the trial, hex: opaque, alike for one recruiter in one trial; null until then';
comment on column allocation_request.requested_at is 'When the slot was taken; null until then';
create index allocation_request_of_trial on allocation_request (trial_id);
