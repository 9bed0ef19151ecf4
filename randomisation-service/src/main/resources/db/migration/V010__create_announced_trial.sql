alter table trial add column statistician_commitment text;
alter table trial add column beacon text not null default '';
alter table trial add column sealed_statistician_share bytea;
alter table trial add column sealed_statistician_share_salt bytea;
alter table trial add check (
  (key_mode = 'TWO_SHARES') = (statistician_commitment is not null)
  and (statistician_commitment is null) = (sealed_statistician_share is null)
  and (statistician_commitment is null) = (sealed_statistician_share_salt is null));
comment on column trial.key_mode is 'SINGLE_SHARE: the key follows from the share of the service alone; TWO_SHARES: from that of the statistician, too, and a beacon';
comment on column trial.statistician_commitment is 'Commitment of the statistician to the first share of the key, hex; null in single-share mode';
comment on column trial.beacon is 'The public value that was mixed into the key; empty in single-share mode';
comment on column trial.sealed_statistician_share is 'Share of the statistician, under envelope encryption; null in single-share mode';
comment on column trial.sealed_statistician_share_salt is 'Salt of that share''s commitment, under envelope encryption; null in single-share mode';

create table announced_trial (
  trial_id text primary key,
  protocol text not null,
  digest text not null,
  share_commitment text not null,
  statistician_commitment text,
  sealed_share bytea not null,
  sealed_share_salt bytea not null,
  announced_at timestamptz not null
);
comment on table announced_trial is 'A trial whose key waits for the share of its statistician; nothing can happen in it before';
comment on column announced_trial.trial_id is 'Name of the trial as its protocol gives it';
comment on column announced_trial.protocol is 'The protocol document as canonical JSON';
comment on column announced_trial.digest is 'SHA-256 of the canonical protocol, hex';
comment on column announced_trial.share_commitment is 'Commitment of the service to its share of the key, hex';
comment on column announced_trial.statistician_commitment is 'Commitment of the statistician to the first share, hex; null until published, then for ever';
comment on column announced_trial.sealed_share is 'Share of the service, under envelope encryption';
comment on column announced_trial.sealed_share_salt is 'Salt of the service''s share commitment, under envelope encryption';
comment on column announced_trial.announced_at is 'When the protocol was announced';
