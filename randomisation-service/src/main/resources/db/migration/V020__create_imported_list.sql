create table imported_list (
  trial_id text primary key,
  list_id uuid not null unique,
  merkle_root text not null,
  row_count integer not null,
  imported_by text not null,
  imported_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by <> imported_by)
);
comment on table imported_list is 'The list of a statistician for a trial of method IMPORTED_LIST, which opens once a second person approved it';
comment on column imported_list.trial_id is 'The trial, which is announced until the list is approved';
comment on column imported_list.list_id is 'Identity of the list, which the second person names; another list has another one';
comment on column imported_list.merkle_root is 'Merkle root over all rows under the key that the trial will have, hex';
comment on column imported_list.row_count is 'How many rows there are in all strata';
comment on column imported_list.imported_by is 'Subject of the token of the statistician';
comment on column imported_list.imported_at is 'When it was imported';
comment on column imported_list.approved_by is 'Subject of the token of the second person, who is another one; null until approved';
comment on column imported_list.approved_at is 'When it was approved, which opened the trial; null until then';

create table imported_row (
  trial_id text not null references imported_list,
  stratum text not null,
  slot integer not null,
  sealed_arm bytea not null,
  primary key (trial_id, stratum, slot)
);
comment on table imported_row is 'The rows of imported lists, each sealed under a data key of its own and opened when its slot is taken';
comment on column imported_row.trial_id is 'The trial';
comment on column imported_row.stratum is 'The stratum';
comment on column imported_row.slot is 'Number of the slot within the stratum, from 0';
comment on column imported_row.sealed_arm is 'Number of the arm, under envelope encryption; its length is the same for all arms';
