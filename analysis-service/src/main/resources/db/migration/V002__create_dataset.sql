create table dataset (
  dataset_id   uuid primary key,
  trial_id     text not null,
  status       text not null,
  participants integer not null,
  requested_at timestamptz not null,
  locked_at    timestamptz,
  flow         text not null,
  manifest     text,
  hash         text,
  published_at timestamptz
);
create index on dataset (trial_id, requested_at);
create index dataset_unpublished on dataset (requested_at) where published_at is null;
comment on table dataset is 'A frozen picture of a trial; each row is also the request for its labels (analysis.data-locked.v1)';
comment on column dataset.dataset_id is 'Id of the dataset';
comment on column dataset.trial_id is 'Name of the trial';
comment on column dataset.status is 'AWAITING_LABELS, LOCKED or VOID';
comment on column dataset.participants is 'Rows at the lock';
comment on column dataset.requested_at is 'When the rows were frozen';
comment on column dataset.locked_at is 'When the last label came';
comment on column dataset.flow is 'Counts of persons before randomisation, canonical JSON';
comment on column dataset.manifest is 'What the hash covers: flow and the digest of each row, canonical JSON';
comment on column dataset.hash is 'SHA-256 of the manifest';
comment on column dataset.published_at is 'When the request for labels was sent; null until then';

create table dataset_row (
  dataset_id     uuid not null references dataset,
  participant_id uuid not null,
  row_id         uuid,
  place          integer,
  frozen         text,
  label          text,
  digest         text,
  content        text,
  created_at     timestamptz not null default now(),
  primary key (dataset_id, participant_id)
);
create index on dataset_row (participant_id);
comment on table dataset_row is 'A participant in a frozen dataset; of one erased later only the digest is left';
comment on column dataset_row.dataset_id is 'Id of the dataset';
comment on column dataset_row.participant_id is 'Opaque id of the participant; never leaves this table';
comment on column dataset_row.row_id is 'Random id of the row in the masked dataset; null once erased';
comment on column dataset_row.place is 'Place of the row in the order of row ids, from 0; null until locked';
comment on column dataset_row.frozen is 'The row without label, canonical JSON; null once locked or erased';
comment on column dataset_row.label is 'Letter that stands for the arm in this dataset alone';
comment on column dataset_row.digest is 'SHA-256 of the content; null until locked';
comment on column dataset_row.content is 'The labelled row, canonical JSON; null until locked and once erased';
comment on column dataset_row.created_at is 'When the row was frozen';
