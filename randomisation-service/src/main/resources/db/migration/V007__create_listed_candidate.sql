create table listed_candidate (
  trial_id text not null references trial,
  candidate_id text not null,
  list_id uuid not null,
  office text not null,
  list_date date not null,
  primary key (trial_id, candidate_id)
);
comment on table listed_candidate is 'A candidate whom a list of registry-ingest names; nobody else is contacted or enrolled';
comment on column listed_candidate.trial_id is 'The trial';
comment on column listed_candidate.candidate_id is 'The candidate, as registry-ingest names it in this trial';
comment on column listed_candidate.list_id is 'The list, as registry-ingest names it';
comment on column listed_candidate.office is 'The office of the list';
comment on column listed_candidate.list_date is 'The day of the list; contact and inclusion do not come before it';
