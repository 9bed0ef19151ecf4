create table weight_table (
  id uuid primary key,
  trial_id text not null references trial,
  instrument text not null,
  source text not null,
  weights text not null,
  supplied_at timestamptz not null
);
comment on table weight_table is 'Weights of a licensed instrument as the trial supplied them; the latest of an instrument counts, earlier ones stay';
comment on column weight_table.id is 'Identity of the table';
comment on column weight_table.trial_id is 'The trial';
comment on column weight_table.instrument is 'Name of the instrument';
comment on column weight_table.source is 'Where the table comes from, in the words of who supplied it';
comment on column weight_table.weights is 'A JSON array for each item with what each answer is worth';
comment on column weight_table.supplied_at is 'When it was supplied';
create index weight_table_of_trial on weight_table (trial_id, instrument, id);
