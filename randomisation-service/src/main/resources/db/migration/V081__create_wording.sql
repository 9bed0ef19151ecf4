create table wording (
  id uuid primary key,
  trial_id text not null references trial,
  kind text not null,
  name text not null,
  language text not null,
  source text not null,
  content text not null,
  supplied_at timestamptz not null
);
comment on table wording is 'Texts that a trial supplies for participants to read; the latest of a name and language counts, earlier ones stay';
comment on column wording.id is 'Identity of the text';
comment on column wording.trial_id is 'The trial';
comment on column wording.kind is 'INSTRUMENT or CONSENT_FORM';
comment on column wording.name is 'Name of the instrument, or version of the consent form';
comment on column wording.language is 'NB or EN';
comment on column wording.source is 'Where the text comes from and by which leave, in the words of who supplied it';
comment on column wording.content is 'The text as canonical JSON';
comment on column wording.supplied_at is 'When it was supplied';
create index wording_of_trial on wording (trial_id, kind, name, language, id);
