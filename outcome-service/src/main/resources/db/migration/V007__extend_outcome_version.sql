alter table outcome_version add column definition_hash text references definition (hash);
alter table outcome_version add column index_date date;
alter table outcome_version add column outcome_hash text;
alter table outcome_version add column kept_at timestamptz;
update outcome_version o set
  definition_hash = (select t.definition_hash from trial t where t.trial_id = o.trial_id),
  index_date = (select p.index_date from participant p where p.participant_id = o.participant_id),
  outcome_hash = encode(sha256(convert_to(o.outcome, 'UTF8')), 'hex');
alter table outcome_version alter column definition_hash set not null;
alter table outcome_version alter column index_date set not null;
create index outcome_version_unkept on outcome_version (place) where kept_at is null;
create index outcome_version_computed on outcome_version (trial_id, computed_at);
comment on column outcome_version.definition_hash is 'The definition as used: of whoever withdrew, what was left of it';
comment on column outcome_version.index_date is 'First day of follow-up as used';
comment on column outcome_version.outcome_hash is 'SHA-256 of the values; it stays when they are erased';
comment on column outcome_version.kept_at is 'When outcome.version-kept.v1 was sent; null until then, and again when the version was emptied';
alter table participant add column outcome_hash text;
update participant p set outcome_hash = (
  select o.outcome_hash from outcome_version o
  where o.participant_id = p.participant_id and o.number = p.outcome_number);
comment on column participant.outcome_hash is 'Outcome hash of the newest outcome version';
