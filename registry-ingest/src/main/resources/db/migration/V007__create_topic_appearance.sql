create table topic_appearance (
  record_id text not null,
  version bigint not null,
  written_at timestamptz not null,
  topic_offset bigint not null,
  deletes boolean not null,
  primary key (record_id, version, written_at),
  foreign key (record_id, version) references record_version (record_id, version)
);
comment on table topic_appearance is
  'Where versions stood on a topic with tombstones: what comes back after its tombstone counts again.';
comment on column topic_appearance.record_id is 'The record.';
comment on column topic_appearance.version is 'The version, numbered by what it says.';
comment on column topic_appearance.written_at is 'When its producer wrote it to the topic, in milliseconds.';
comment on column topic_appearance.topic_offset is
  'Its first known offset: orders what was written in one millisecond; -1 when not known.';
comment on column topic_appearance.deletes is 'True for a tombstone.';

-- Cancellations stored before are taken for tombstones: their number says when they were written.
insert into topic_appearance
select record_id, version, timestamptz 'epoch' + (version / 1000) * interval '1 millisecond', -1, true
from record_version
where source = 'SYKMELDING' and status = 'CANCELLED';
