alter table rejected_input add column record_id text;
comment on column rejected_input.record_id is
  'The record it names, null where none could be read: to take it in again when persons are joined.';
create index rejected_input_misattributed on rejected_input (record_id) where reason = 'OTHER_PERSON';

create table rejected_place (
  rejected_input_id uuid not null references rejected_input (id) on delete cascade,
  written_at timestamptz not null,
  topic_offset bigint not null,
  primary key (rejected_input_id, written_at)
);
comment on table rejected_place is 'Where rejected input stood on its topic, each time it came.';
comment on column rejected_place.rejected_input_id is 'The input.';
comment on column rejected_place.written_at is 'When its producer wrote it to the topic.';
comment on column rejected_place.topic_offset is 'Its first known offset.';
