alter table contact add column reason_codes text not null default '[]';
comment on column contact.reason_codes is 'Codes of the protocol''s criteria and reasons as a JSON array of texts';

create table team_assessment (
  id uuid primary key,
  trial_id text not null references trial,
  candidate_id text not null,
  outcome text not null,
  reason_codes text not null,
  reasons text not null,
  assessed_on date not null,
  recorded_at timestamptz not null
);
comment on table team_assessment is 'What a team found when it assessed a candidate; the last one counts';
comment on column team_assessment.id is 'Identity of the assessment';
comment on column team_assessment.trial_id is 'The trial';
comment on column team_assessment.candidate_id is 'The candidate, as registry-ingest names it in this trial';
comment on column team_assessment.outcome is 'ELIGIBLE, NOT_ELIGIBLE, DECLINED or UNKNOWN';
comment on column team_assessment.reason_codes is 'Codes of the protocol''s criteria and reasons as a JSON array of texts; stays after an erasure, since the flow chart counts it';
comment on column team_assessment.reasons is 'Reasons in the team''s words as a JSON array of texts; empty once erased';
comment on column team_assessment.assessed_on is 'Day of the assessment';
comment on column team_assessment.recorded_at is 'When it was recorded';
create index team_assessment_of_candidate on team_assessment (trial_id, candidate_id, recorded_at);

create table eligibility_judgement (
  id uuid primary key,
  participant_id uuid not null references participant,
  trial_id text not null references trial,
  eligible boolean not null,
  reason_codes text not null,
  judged_on date not null,
  recorded_at timestamptz not null,
  check (eligible = (reason_codes = '[]'))
);
comment on table eligibility_judgement is 'Eligibility as judged once more before the lock; the last one counts';
comment on column eligibility_judgement.id is 'Identity of the judgement';
comment on column eligibility_judgement.participant_id is 'The participant';
comment on column eligibility_judgement.trial_id is 'The trial';
comment on column eligibility_judgement.eligible is 'Whether the participant was still eligible';
comment on column eligibility_judgement.reason_codes is 'Codes of the criteria that no longer held as a JSON array of texts; stays after an erasure, since the flow chart counts it';
comment on column eligibility_judgement.judged_on is 'Day of the judgement';
comment on column eligibility_judgement.recorded_at is 'When it was recorded';
create index eligibility_judgement_of_participant on eligibility_judgement (participant_id, recorded_at);
create index eligibility_judgement_of_trial on eligibility_judgement (trial_id);

create table renewed_consent (
  participant_id uuid not null references participant,
  version text not null,
  given_on date not null,
  recorded_at timestamptz not null,
  primary key (participant_id, given_on, version)
);
comment on table renewed_consent is 'Consent to another version of the form since the enrolment';
comment on column renewed_consent.participant_id is 'The participant';
comment on column renewed_consent.version is 'Version of the consent form';
comment on column renewed_consent.given_on is 'Day of consent';
comment on column renewed_consent.recorded_at is 'When it was recorded';
