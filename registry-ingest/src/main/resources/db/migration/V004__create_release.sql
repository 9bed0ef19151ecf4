create table release (
  participant_id text primary key,
  trial_id text not null,
  candidate_id text not null,
  person_id uuid references person (id),
  history_from date not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
comment on table release is 'A participant whose records leave this service for one trial.';
comment on column release.participant_id is 'The opaque participantId.';
comment on column release.trial_id is 'The trial.';
comment on column release.candidate_id is 'Under which candidateId the person was enrolled.';
comment on column release.person_id is 'Who it is; null while the candidate is unknown, and after erasure.';
comment on column release.history_from is 'Records that speak of this day or later are released.';
comment on column release.created_at is 'When the enrolment came.';
comment on column release.ended_at is 'When the release ended; null while it goes on.';
create index release_of_person on release (person_id) where ended_at is null;
create index release_of_trial on release (trial_id);
create index release_waiting on release (candidate_id) where person_id is null and ended_at is null;

create table released_version (
  id uuid primary key default uuidv7(),
  participant_id text not null references release (participant_id),
  record_version_id uuid not null references record_version (id),
  erased boolean not null default false,
  released_at timestamptz not null default now(),
  published_at timestamptz,
  constraint released_version_once unique (participant_id, record_version_id, erased)
);
comment on table released_version is 'A version of a record on its way to a trial: its own outbox.';
comment on column released_version.id is 'UUID version 7, the id of the event.';
comment on column released_version.participant_id is 'The participant.';
comment on column released_version.record_version_id is 'The version.';
comment on column released_version.erased is 'True for the empty value that erases an earlier event.';
comment on column released_version.released_at is 'When it was released.';
comment on column released_version.published_at is 'When it was sent; null before.';
create index released_version_unpublished on released_version (id) where published_at is null;

create table withdrawal (
  participant_id text not null,
  level text not null,
  trial_id text not null,
  withdrawn_at timestamptz not null,
  primary key (participant_id, level)
);
comment on table withdrawal is 'Withdrawals that end a release; may come before the enrolment.';
comment on column withdrawal.participant_id is 'The participant.';
comment on column withdrawal.level is 'Level of the withdrawal.';
comment on column withdrawal.trial_id is 'The trial.';
comment on column withdrawal.withdrawn_at is 'When it was recorded.';

create table release_ending (
  id uuid primary key,
  participant_id text not null references release (participant_id),
  reason text not null,
  ended_at timestamptz not null,
  published_at timestamptz,
  constraint release_ending_once unique (participant_id, reason)
);
comment on table release_ending is 'That a release ended, once for each level of withdrawal: its own outbox.';
comment on column release_ending.id is 'UUID version 7, the id of the event.';
comment on column release_ending.participant_id is 'The participant.';
comment on column release_ending.reason is 'Level of the withdrawal.';
comment on column release_ending.ended_at is 'When the withdrawal was recorded.';
comment on column release_ending.published_at is 'When it was sent; null before.';
create index release_ending_unpublished on release_ending (id) where published_at is null;
