create table log_tip (
  trial_id text primary key references trial,
  entry_count bigint not null default 0,
  tip_hash text not null
);
comment on table log_tip is 'Where the log of each trial ends; the row lock that makes the log one chain';
comment on column log_tip.trial_id is 'The trial';
comment on column log_tip.entry_count is 'Number of entries so far';
comment on column log_tip.tip_hash is 'Hash of the last entry, hex; 64 zeros before the first';

create table log_entry (
  trial_id text not null references trial,
  seq bigint not null,
  type text not null,
  entry text not null,
  hash text not null,
  primary key (trial_id, seq)
);
comment on table log_entry is 'The append-only hash-chained log (RND-1 section 5); holds no arm and no person';
comment on column log_entry.trial_id is 'The trial';
comment on column log_entry.seq is 'Number of the entry, from 0';
comment on column log_entry.type is 'Type of the entry, as it stands in the entry too';
comment on column log_entry.entry is 'The entry as canonical JSON, the text that is hashed';
comment on column log_entry.hash is 'SHA-256 of the hash before and the entry, hex';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only';
end $$;
create trigger log_entry_append_only before update or delete on log_entry
  for each row execute function refuse_change();
