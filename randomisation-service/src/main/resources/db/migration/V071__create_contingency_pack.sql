create table contingency_pack (
  id uuid primary key references proposal,
  trial_id text not null references trial,
  ranges text not null,
  file text not null,
  sealed_key bytea,
  made_at timestamptz not null,
  key_shown_at timestamptz,
  returned_at timestamptz,
  check ((sealed_key is null) = (key_shown_at is not null))
);
comment on table contingency_pack is 'Next slots that were sealed for the time when the system fails; the system itself takes them no more';
comment on column contingency_pack.id is 'The proposal on which two persons agreed';
comment on column contingency_pack.trial_id is 'The trial';
comment on column contingency_pack.ranges is 'JSON: for each stratum the first slot in the pack and how many there are';
comment on column contingency_pack.file is 'The file that is handed out: JSON with each slot sealed under the break-glass key';
comment on column contingency_pack.sealed_key is 'The break-glass key under envelope encryption; null once it was shown';
comment on column contingency_pack.made_at is 'When the slots were set apart';
comment on column contingency_pack.key_shown_at is 'When the key was shown to the holder; null until then';
comment on column contingency_pack.returned_at is 'When the pack came back and every slot became taken or void; null until then';
create unique index contingency_pack_out on contingency_pack (trial_id) where returned_at is null;
