create table definition (
  hash       text primary key,
  content    text not null,
  created_at timestamptz not null default now()
);
comment on table definition is 'Outcome definitions by the hash of their canonical JSON; never changed';
comment on column definition.hash is 'SHA-256 of the content';
comment on column definition.content is 'Outcome definition as canonical JSON, written out also when it is a preset';
comment on column definition.created_at is 'When it was first used here';
create table trial_definition (
  id               uuid primary key,
  trial_id         text not null,
  set_at           timestamptz not null,
  source           text not null check (source in ('PROTOCOL', 'STATISTICIAN')),
  protocol_version integer,
  definition_hash  text not null references definition (hash),
  reason           text,
  set_by           text,
  published_at     timestamptz,
  created_at       timestamptz not null default now(),
  check ((source = 'PROTOCOL') = (protocol_version is not null))
);
create unique index trial_definition_order on trial_definition (trial_id, set_at, coalesce(protocol_version, 0));
create index trial_definition_unpublished on trial_definition (set_at)
  where published_at is null and source = 'STATISTICIAN';
comment on table trial_definition is 'Every definition that a trial has had; the latest counts. Those set here are the outbox of outcome.definition-set.v1';
comment on column trial_definition.id is 'Identity of the change and of its event';
comment on column trial_definition.trial_id is 'Name of the trial';
comment on column trial_definition.set_at is 'From when it counts: when the protocol was opened, or when it was set here';
comment on column trial_definition.source is 'PROTOCOL, or STATISTICIAN when it was set here';
comment on column trial_definition.protocol_version is 'Version of the protocol that holds it';
comment on column trial_definition.definition_hash is 'The definition';
comment on column trial_definition.reason is 'Why it was set here';
comment on column trial_definition.set_by is 'Who set it here, as the token names them';
comment on column trial_definition.published_at is 'When outcome.definition-set.v1 was sent; null until then';
comment on column trial_definition.created_at is 'When the row was written';
insert into definition (hash, content)
  select distinct encode(sha256(convert_to(definition, 'UTF8')), 'hex'), definition from trial;
insert into trial_definition (id, trial_id, set_at, source, protocol_version, definition_hash)
  select gen_random_uuid(), trial_id, created_at, 'PROTOCOL', version,
         encode(sha256(convert_to(definition, 'UTF8')), 'hex') from trial;
alter table trial add column definition_hash text references definition (hash);
update trial set definition_hash = encode(sha256(convert_to(definition, 'UTF8')), 'hex');
alter table trial alter column definition_hash set not null;
alter table trial drop column definition;
alter table trial drop column version;
comment on column trial.definition_hash is 'The definition that counts now';
