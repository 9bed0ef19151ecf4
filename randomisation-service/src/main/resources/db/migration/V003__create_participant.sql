create table contact (
  id uuid primary key,
  trial_id text not null references trial,
  candidate_id text not null,
  outcome text not null,
  reasons text not null,
  contacted_on date not null,
  recorded_at timestamptz not null,
  published_at timestamptz,
  unique (trial_id, candidate_id, contacted_on, outcome)
);
comment on table contact is 'Each attempt to reach a candidate and what came of it; also the outbox of candidate-contacted';
comment on column contact.id is 'Identity of the contact and of its event';
comment on column contact.trial_id is 'The trial';
comment on column contact.candidate_id is 'The candidate, as registry-ingest names it in this trial';
comment on column contact.outcome is 'NOT_REACHED, DECLINED, EXCLUDED or CONSENTED';
comment on column contact.reasons is 'Reasons as a JSON array of texts';
comment on column contact.contacted_on is 'Day of the contact';
comment on column contact.recorded_at is 'When it was recorded';
comment on column contact.published_at is 'When candidate-contacted was sent; null until then';
create index contact_unpublished on contact (id) where published_at is null;

create table participant (
  participant_id uuid primary key,
  trial_id text not null references trial,
  candidate_id text not null,
  consent_version text not null,
  consent_given_on date not null,
  inclusion_date date not null,
  answers text,
  request_digest text,
  sealed_personal_salt bytea,
  enrolled_at timestamptz not null,
  unique (trial_id, candidate_id)
);
comment on table participant is 'A candidate who consented and was enrolled';
comment on column participant.participant_id is 'Opaque name of the participant in this trial';
comment on column participant.trial_id is 'The trial';
comment on column participant.candidate_id is 'The candidate who became this participant';
comment on column participant.consent_version is 'Version of the consent form';
comment on column participant.consent_given_on is 'Day of consent';
comment on column participant.inclusion_date is 'Index date of the outcomes';
comment on column participant.answers is 'Baseline answers as canonical JSON; null once erased';
comment on column participant.request_digest is 'SHA-256 of the enrolment as first sent, which tells a repetition from another one; null once erased';
comment on column participant.sealed_personal_salt is 'Salt of the pseudonym in the log, under envelope encryption; null once erased, which makes the entries anonymous';
comment on column participant.enrolled_at is 'When the enrolment was recorded';

create table withdrawal (
  id uuid primary key,
  participant_id uuid not null references participant,
  trial_id text not null references trial,
  level text not null,
  withdrawn_on date not null,
  withdrawn_at timestamptz not null,
  published_at timestamptz,
  unique (participant_id, level)
);
comment on table withdrawal is 'A participant withdrew to some extent; also the outbox of participant-withdrawn';
comment on column withdrawal.id is 'Identity of the withdrawal and of its event';
comment on column withdrawal.participant_id is 'The participant';
comment on column withdrawal.trial_id is 'The trial';
comment on column withdrawal.level is 'How far the withdrawal goes, up to WITHDRAW_AND_ERASE';
comment on column withdrawal.withdrawn_on is 'Day of the withdrawal';
comment on column withdrawal.withdrawn_at is 'When it was recorded';
comment on column withdrawal.published_at is 'When participant-withdrawn was sent; null until then; equal to withdrawn_at for a participant never randomised, of whom no event speaks';
create index withdrawal_unpublished on withdrawal (id) where published_at is null;
