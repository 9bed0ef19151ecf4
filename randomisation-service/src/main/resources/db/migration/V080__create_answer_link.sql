create table answer_link (
  id uuid primary key,
  trial_id text not null references trial,
  participant_id uuid references participant,
  candidate_id text,
  purpose text not null,
  subject text,
  token_hash text not null unique,
  issued_by text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  answers_digest text,
  form_digest text,
  check (participant_id is not null or candidate_id is not null),
  check ((used_at is null) = (answers_digest is null))
);
comment on table answer_link is 'A one-time link by which one person answers one thing; rows go when the participant is erased';
comment on column answer_link.id is 'Identity of the link, by which staff see and revoke it; opens nothing';
comment on column answer_link.trial_id is 'The trial';
comment on column answer_link.participant_id is 'The participant; of a candidate''s link, who the candidate became by it, null until then';
comment on column answer_link.candidate_id is 'The candidate, of a link to enrol by; null otherwise';
comment on column answer_link.purpose is 'QUESTIONNAIRE, CONSENT, WITHDRAWAL or ENROLMENT';
comment on column answer_link.subject is 'The timepoint, or the version of the consent form; null for a withdrawal';
comment on column answer_link.token_hash is 'SHA-256 of the token as hex; the token itself is kept nowhere';
comment on column answer_link.issued_by is 'Subject of the token of who asked for the link';
comment on column answer_link.issued_at is 'When the link was made';
comment on column answer_link.expires_at is 'From when the link no longer works';
comment on column answer_link.revoked_at is 'When staff took the link back; null if they did not';
comment on column answer_link.used_at is 'When the answers came; null until then';
comment on column answer_link.answers_digest is 'HMAC-SHA-256 of the answers under the token, which tells a repetition from other answers and, the token being unknown here, nothing else';
comment on column answer_link.form_digest is 'SHA-256 of the text of the consent form that was agreed to, as hex; null where nothing was';
create index answer_link_of_participant on answer_link (participant_id);
create index answer_link_of_candidate on answer_link (trial_id, candidate_id);
