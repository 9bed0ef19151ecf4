create table unmasked_participant (
  id uuid primary key,
  dataset_id text not null references masking,
  trial_id text not null references trial,
  participant_id uuid not null references participant,
  participants integer not null,
  sealed_content bytea,
  unmasked_at timestamptz not null,
  published_at timestamptz,
  unique (dataset_id, participant_id)
);
comment on table unmasked_participant is 'A participant of a dataset that two persons unmasked, as known at that moment; the outbox of unmasked';
comment on column unmasked_participant.id is 'Identity of the event; another one after an erasure';
comment on column unmasked_participant.dataset_id is 'The dataset';
comment on column unmasked_participant.trial_id is 'The trial';
comment on column unmasked_participant.participant_id is 'The participant';
comment on column unmasked_participant.participants is 'How many of the dataset were not erased when it was unmasked';
comment on column unmasked_participant.sealed_content is 'Label, arm, epoch, odds and judgement of the deliveries, padded to one length, under envelope encryption; null once erased, when a tombstone is sent';
comment on column unmasked_participant.unmasked_at is 'When the dataset was unmasked';
comment on column unmasked_participant.published_at is 'When this state was sent; null until then';
create index unmasked_participant_unpublished on unmasked_participant (id) where published_at is null;
create index unmasked_participant_of_participant on unmasked_participant (participant_id);
