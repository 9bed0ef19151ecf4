create table trial (
  trial_id   text primary key,
  version    integer not null,
  digest     text not null,
  protocol   text not null,
  created_at timestamptz not null default now()
);
comment on table trial is 'A trial as its protocol describes it; the highest version counts';
comment on column trial.trial_id is 'Name of the trial';
comment on column trial.version is 'Version of the protocol';
comment on column trial.digest is 'SHA-256 of the protocol as the randomisation-service computed it';
comment on column trial.protocol is 'The whole protocol document, JSON';
comment on column trial.created_at is 'When this row was first written';

create table participant (
  participant_id uuid primary key,
  trial_id       text not null,
  stratum        text,
  pilot          boolean not null,
  created_at     timestamptz not null default now()
);
create index on participant (trial_id);
comment on table participant is 'A randomised participant; never an arm';
comment on column participant.participant_id is 'Opaque id of the participant in this trial';
comment on column participant.trial_id is 'Name of the trial';
comment on column participant.stratum is 'Stratum of the randomisation';
comment on column participant.pilot is 'Whether randomised during the internal pilot';
comment on column participant.created_at is 'When the event arrived';

create table withdrawal (
  participant_id uuid not null,
  level          text not null,
  trial_id       text not null,
  withdrawn_on   date not null,
  created_at     timestamptz not null default now(),
  primary key (participant_id, level)
);
create index on withdrawal (trial_id);
comment on table withdrawal is 'A wish to stop; the earliest day of a level counts';
comment on column withdrawal.participant_id is 'Opaque id of the participant, who may not be known here yet';
comment on column withdrawal.level is 'What the participant stops';
comment on column withdrawal.trial_id is 'Name of the trial';
comment on column withdrawal.withdrawn_on is 'From which day on';
comment on column withdrawal.created_at is 'When the event arrived';

create table baseline (
  participant_id uuid primary key,
  trial_id       text not null,
  recorded_at    timestamptz not null,
  variables      text not null,
  created_at     timestamptz not null default now()
);
create index on baseline (trial_id);
comment on table baseline is 'Baseline answers and scores; the latest recording counts; deleted on erasure';
comment on column baseline.participant_id is 'Opaque id of the participant, who may not be known here yet';
comment on column baseline.trial_id is 'Name of the trial';
comment on column baseline.recorded_at is 'When the answers were recorded';
comment on column baseline.variables is 'Present values by variable, canonical JSON';
comment on column baseline.created_at is 'When the first event arrived';

create table outcome (
  participant_id  uuid primary key,
  trial_id        text not null,
  outcome_version integer not null,
  outcome         text not null,
  created_at      timestamptz not null default now()
);
create index on outcome (trial_id);
comment on table outcome is 'The outcome computed from the registers; the highest version counts; deleted on erasure';
comment on column outcome.participant_id is 'Opaque id of the participant, who may not be known here yet';
comment on column outcome.trial_id is 'Name of the trial';
comment on column outcome.outcome_version is 'Version given by the outcome-service';
comment on column outcome.outcome is 'Status, windows and registry baseline variables, canonical JSON';
comment on column outcome.created_at is 'When the first event arrived';

create table contact (
  trial_id     text not null,
  candidate_id text not null,
  contacted_on date not null,
  result       text not null,
  reasons      text not null,
  created_at   timestamptz not null default now(),
  primary key (trial_id, candidate_id, contacted_on, result, reasons)
);
comment on table contact is 'What came of each attempt to recruit a candidate';
comment on column contact.trial_id is 'Name of the trial';
comment on column contact.candidate_id is 'Opaque id of the candidate in this trial';
comment on column contact.contacted_on is 'Day of the contact';
comment on column contact.result is 'NOT_REACHED, EXCLUDED, DECLINED or CONSENTED';
comment on column contact.reasons is 'Reasons given, JSON array';
comment on column contact.created_at is 'When the event arrived';

create table candidate_list (
  list_id      text primary key,
  trial_id     text not null,
  candidates   integer not null,
  screened     integer not null,
  not_eligible text not null,
  created_at   timestamptz not null default now()
);
create index on candidate_list (trial_id);
comment on table candidate_list is 'Figures of one weekly list of candidates';
comment on column candidate_list.list_id is 'Id of the list';
comment on column candidate_list.trial_id is 'Name of the trial';
comment on column candidate_list.candidates is 'Candidates on the list';
comment on column candidate_list.screened is 'Persons whose register data were looked at';
comment on column candidate_list.not_eligible is 'Persons left out by reason, JSON object';
comment on column candidate_list.created_at is 'When the event arrived';
