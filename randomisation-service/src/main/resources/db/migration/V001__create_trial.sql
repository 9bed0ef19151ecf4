create table trial (
  trial_id text primary key,
  event_id uuid not null unique,
  protocol text not null,
  digest text not null,
  design text not null,
  commitment text not null,
  merkle_root text,
  share_commitment text not null,
  public_key text not null,
  key_mode text not null,
  sealed_share bytea not null,
  sealed_share_salt bytea not null,
  sealed_key bytea not null,
  sealed_salt bytea not null,
  sealed_head_seed bytea not null,
  opened_at timestamptz not null,
  published_at timestamptz
);
comment on table trial is 'A trial that was opened, with what it committed to before its first participant; also the outbox of trial-opened';
comment on column trial.trial_id is 'Name of the trial as its protocol gives it';
comment on column trial.event_id is 'Identity of the event trial-opened';
comment on column trial.protocol is 'The protocol document as canonical JSON';
comment on column trial.digest is 'SHA-256 of the canonical protocol, hex';
comment on column trial.design is 'The design as canonical JSON, the text that is committed to';
comment on column trial.commitment is 'RND-1 commitment to design, salt and key, hex';
comment on column trial.merkle_root is 'Merkle root over all slots, hex; null where slots depend on later decisions';
comment on column trial.share_commitment is 'Commitment of the service to its share of the key, hex';
comment on column trial.public_key is 'Ed25519 public key that verifies signed heads of the log, hex';
comment on column trial.key_mode is 'SINGLE_SHARE: the key follows from the share of the service alone';
comment on column trial.sealed_share is 'Share of the service, under envelope encryption';
comment on column trial.sealed_share_salt is 'Salt of the share commitment, under envelope encryption';
comment on column trial.sealed_key is 'Key of the allocation streams, under envelope encryption';
comment on column trial.sealed_salt is 'Salt of the commitment, under envelope encryption';
comment on column trial.sealed_head_seed is 'Ed25519 seed that signs heads, under envelope encryption';
comment on column trial.opened_at is 'When the trial was opened';
comment on column trial.published_at is 'When trial-opened was sent; null until then';
create index trial_unpublished on trial (event_id) where published_at is null;

create table stratum (
  trial_id text not null references trial,
  stratum text not null,
  next_slot integer not null default 0,
  primary key (trial_id, stratum)
);
comment on table stratum is 'How far each stratum of a trial has been used up; the row lock that makes slots consecutive';
comment on column stratum.trial_id is 'The trial';
comment on column stratum.stratum is 'Name of the stratum';
comment on column stratum.next_slot is 'Number of the slot to be taken next, from 0; it never goes back';
