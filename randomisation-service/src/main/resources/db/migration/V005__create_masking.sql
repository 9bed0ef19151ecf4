create table masking (
  dataset_id text primary key,
  trial_id text not null references trial,
  sealed_permutation bytea not null,
  participants integer not null,
  masked_at timestamptz not null
);
comment on table masking is 'The permutation of labels that was drawn once for a locked dataset';
comment on column masking.dataset_id is 'The dataset, as analysis-service names it';
comment on column masking.trial_id is 'The trial';
comment on column masking.sealed_permutation is 'Which label each arm got, under envelope encryption';
comment on column masking.participants is 'How many participants were labelled';
comment on column masking.masked_at is 'When the permutation was drawn';

create table masked_label (
  id uuid primary key,
  dataset_id text not null references masking,
  trial_id text not null references trial,
  participant_id uuid not null references participant,
  label text not null,
  participants integer not null,
  masked_at timestamptz not null,
  published_at timestamptz,
  unique (dataset_id, participant_id)
);
comment on table masked_label is 'The masked label of one participant in one dataset; the outbox of allocation-masked';
comment on column masked_label.id is 'Identity of the event';
comment on column masked_label.dataset_id is 'The dataset';
comment on column masked_label.trial_id is 'The trial';
comment on column masked_label.participant_id is 'The participant';
comment on column masked_label.label is 'A, B, ...: one letter, which means nothing outside this dataset';
comment on column masked_label.participants is 'How many rows the dataset has in all';
comment on column masked_label.masked_at is 'When the labels were drawn';
comment on column masked_label.published_at is 'When allocation-masked was sent; null until then';
create index masked_label_unpublished on masked_label (id) where published_at is null;
