create table invitation_scheme (
  trial_id text primary key references trial,
  commitment text not null,
  merkle_root text not null
);
comment on table invitation_scheme is 'The first stage of a trial of two stages: what it committed to when the trial opened';
comment on column invitation_scheme.trial_id is 'The trial';
comment on column invitation_scheme.commitment is 'RND-1 commitment to the design of the invitations under its own key, hex';
comment on column invitation_scheme.merkle_root is 'Merkle root over all its slots, hex';

create table invitation_stratum (
  trial_id text not null references invitation_scheme,
  stratum text not null,
  next_slot integer not null default 0,
  primary key (trial_id, stratum)
);
comment on table invitation_stratum is 'How far each stratum of the invitations has been used up; the row lock that makes slots consecutive';
comment on column invitation_stratum.trial_id is 'The trial';
comment on column invitation_stratum.stratum is 'Name of the stratum';
comment on column invitation_stratum.next_slot is 'Number of the slot to be taken next, from 0; it never goes back';

create table invitation (
  id uuid primary key,
  trial_id text not null references invitation_scheme,
  candidate_id text not null,
  stratum text not null,
  slot integer not null,
  sealed_offer bytea not null,
  leaf text not null,
  sealed_salt bytea,
  drawn_at timestamptz not null,
  unique (trial_id, candidate_id),
  unique (trial_id, stratum, slot)
);
comment on table invitation is 'The offer that was drawn for a listed candidate, for ever';
comment on column invitation.id is 'Identity of the draw';
comment on column invitation.trial_id is 'The trial';
comment on column invitation.candidate_id is 'The candidate, as registry-ingest names it in this trial';
comment on column invitation.stratum is 'The office of the list, or ALL';
comment on column invitation.slot is 'Number of the slot within the stratum, from 0';
comment on column invitation.sealed_offer is 'Number of the offer, under envelope encryption; its length is the same for all';
comment on column invitation.leaf is 'The leaf that ties the slot to its offer, hex';
comment on column invitation.sealed_salt is 'Salt of the pseudonym in the log, under envelope encryption; null once erased';
comment on column invitation.drawn_at is 'When it was drawn';
