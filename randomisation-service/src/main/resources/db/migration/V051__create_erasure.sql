create table erasure (
  participant_id uuid primary key references participant,
  trial_id text not null references trial,
  certificate_id uuid not null unique,
  withdrawn_on date not null,
  randomised boolean not null,
  removed text not null,
  log_seq bigint not null,
  log_hash text not null,
  erased_at timestamptz not null,
  published_at timestamptz
);
comment on table erasure is 'A participant was erased: what the certificate tells, and the outbox of participant-erased, which outlives this database';
comment on column erasure.participant_id is 'Whom nobody can name any more';
comment on column erasure.trial_id is 'The trial';
comment on column erasure.certificate_id is 'Identity of the certificate and of the event';
comment on column erasure.withdrawn_on is 'Day of the withdrawal';
comment on column erasure.randomised is 'Whether other services had heard of the participant';
comment on column erasure.removed is 'Kinds of data that were removed here, as a JSON array of texts';
comment on column erasure.log_seq is 'Number of the entry ERASED in the log of the trial';
comment on column erasure.log_hash is 'Hash of that entry, hex';
comment on column erasure.erased_at is 'When it was done';
comment on column erasure.published_at is 'When participant-erased was sent; null until then';
create index erasure_unpublished on erasure (certificate_id) where published_at is null;

create table erasure_confirmation (
  participant_id uuid not null references participant,
  service text not null,
  confirmed_at timestamptz not null,
  primary key (participant_id, service)
);
comment on table erasure_confirmation is 'Another service told that it has erased a participant';
comment on column erasure_confirmation.participant_id is 'The participant';
comment on column erasure_confirmation.service is 'The service';
comment on column erasure_confirmation.confirmed_at is 'When its word came here';

alter table listed_candidate add column erased boolean not null default false;
comment on column listed_candidate.erased is 'Was enrolled once and then erased: is not contacted nor enrolled again; no participant can be told from it';
comment on column participant.candidate_id is 'The candidate who became this participant; a random UUID that is nobody once erased';
comment on column contact.candidate_id is 'The candidate, as registry-ingest names it in this trial; a random UUID once the participant was erased';
comment on column contact.reasons is 'Reasons as a JSON array of texts; an empty one once the participant was erased';
comment on column allocation.id is 'Identity of the event participant-enrolled; another one once erased, since it is sent again without the candidate';
comment on column allocation.idempotency_key is 'Key of the request that took the slot; a random one once erased';

-- those who were erased before this migration
update listed_candidate l set erased = true
from participant p where p.answers is null and p.trial_id = l.trial_id and p.candidate_id = l.candidate_id;
update contact c set candidate_id = e.other, reasons = '[]'
from (select trial_id, candidate_id, gen_random_uuid()::text as other from participant where answers is null) e
where c.trial_id = e.trial_id and c.candidate_id = e.candidate_id;
update participant set candidate_id = gen_random_uuid()::text where answers is null;
update allocation a set id = gen_random_uuid(), published_at = null, idempotency_key = gen_random_uuid()::text
from participant p where p.participant_id = a.participant_id and p.answers is null;
