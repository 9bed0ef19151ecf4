create table protocol_version (
  id uuid primary key,
  trial_id text not null references trial,
  amends integer not null,
  version integer,
  protocol text not null,
  digest text not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  proposal_id uuid references proposal,
  in_force_since timestamptz,
  outcome_since timestamptz,
  published_at timestamptz,
  unique (trial_id, version),
  check ((version is null) = (proposal_id is null)
    and (version is null) = (in_force_since is null)
    and (version is null) = (outcome_since is null)
    and (version is null or version = amends + 1))
);
comment on table protocol_version is 'A version of a protocol after the first, proposed or in force; those in force are also the outbox of trial-opened';
comment on column protocol_version.id is 'Identity of the document and of its event';
comment on column protocol_version.trial_id is 'The trial';
comment on column protocol_version.amends is 'The version in force when it was proposed';
comment on column protocol_version.version is 'Its number; null until a second person approved it';
comment on column protocol_version.protocol is 'The protocol document as canonical JSON';
comment on column protocol_version.digest is 'SHA-256 of the canonical protocol, hex';
comment on column protocol_version.reason is 'Why, in the words of the first person';
comment on column protocol_version.proposed_by is 'Subject of the token of the first person';
comment on column protocol_version.proposed_at is 'When it was proposed';
comment on column protocol_version.proposal_id is 'The proposal that was approved; null until then';
comment on column protocol_version.in_force_since is 'When it was approved; null until then';
comment on column protocol_version.outcome_since is 'Since when the section outcome stands as it does in this version; null until approved';
comment on column protocol_version.published_at is 'When trial-opened was sent; null until then';
create index protocol_version_unpublished on protocol_version (in_force_since) where published_at is null and version is not null;

create table proposed_trial (
  id uuid primary key,
  trial_id text not null,
  protocol text not null,
  digest text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved boolean,
  decided_by text,
  decided_at timestamptz,
  check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null)),
  check (decided_by <> proposed_by)
);
comment on table proposed_trial is 'A first protocol that needs a second person''s approval before its trial opens';
comment on column proposed_trial.id is 'Identity of the proposal, as the log names it';
comment on column proposed_trial.trial_id is 'Name of the trial as the protocol gives it';
comment on column proposed_trial.protocol is 'The protocol document as canonical JSON';
comment on column proposed_trial.digest is 'SHA-256 of the canonical protocol, hex';
comment on column proposed_trial.proposed_by is 'Subject of the token of the first person';
comment on column proposed_trial.proposed_at is 'When it was proposed';
comment on column proposed_trial.approved is 'Whether the second person approved; null until decided';
comment on column proposed_trial.decided_by is 'Subject of the token of the second person, who is another one; null until decided';
comment on column proposed_trial.decided_at is 'When it was decided; null until then';
create unique index proposed_trial_undecided on proposed_trial (trial_id) where approved is null;
