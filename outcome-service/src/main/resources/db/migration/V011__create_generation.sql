create table generation (
  single      boolean primary key default true check (single),
  id          uuid not null,
  restored_at timestamptz,
  created_at  timestamptz not null default now()
);
comment on table generation is 'The life of this database: a new one reads the topics from their start';
comment on column generation.single is 'There is one row';
comment on column generation.id is 'Part of the name of the consumer groups';
comment on column generation.restored_at is 'When the service''s own topics had been read back; null until then';
comment on column generation.created_at is 'When the service first met this database';
