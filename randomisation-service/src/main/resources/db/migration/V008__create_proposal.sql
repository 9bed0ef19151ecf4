create table proposal (
  id uuid primary key,
  trial_id text not null references trial,
  kind text not null,
  settings text not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved boolean,
  decided_by text,
  decided_at timestamptz,
  check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null)),
  check (decided_by <> proposed_by)
);
comment on table proposal is 'Something that two persons must agree on: opening a code or the bundle, starting an epoch, voiding a slot';
comment on column proposal.id is 'Identity of the proposal, as the log names it';
comment on column proposal.trial_id is 'The trial';
comment on column proposal.kind is 'What is proposed';
comment on column proposal.settings is 'What it needs to know, as canonical JSON';
comment on column proposal.reason is 'Why, in the words of the first person';
comment on column proposal.proposed_by is 'Subject of the token of the first person';
comment on column proposal.proposed_at is 'When it was proposed';
comment on column proposal.approved is 'Whether the second person approved; null until decided';
comment on column proposal.decided_by is 'Subject of the token of the second person, who is another one; null until decided';
comment on column proposal.decided_at is 'When it was decided; null until then';
create index proposal_of_trial on proposal (trial_id, id);
