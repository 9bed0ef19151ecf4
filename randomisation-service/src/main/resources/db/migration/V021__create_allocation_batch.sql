create table allocation_batch (
  trial_id text not null references trial,
  idempotency_key text not null,
  members text not null,
  allocated_at timestamptz not null,
  primary key (trial_id, idempotency_key)
);
comment on table allocation_batch is 'A group that was allocated by one request, so that a repetition gets the same answer; receipts rest with the allocations';
comment on column allocation_batch.trial_id is 'The trial';
comment on column allocation_batch.idempotency_key is 'Key of the request; that of each allocation is this key, a slash and the participant';
comment on column allocation_batch.members is 'One line for each participant in the order of the request: the id, and why there was no slot';
comment on column allocation_batch.allocated_at is 'When the slots were taken';
