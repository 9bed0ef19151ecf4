alter table dataset_row add column withdrawal_level text;
comment on column dataset_row.withdrawal_level is 'Furthest level of withdrawal at the lock, null for none; outside of the row, since whoever stops an intervention had one: told by label only once the dataset is unmasked';
