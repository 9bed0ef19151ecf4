alter table released_record add column type text;
alter table released_record add column issued_at timestamptz;
-- read as text: JSON functions refuse records that hold the escape of U+0000, and years of more than four digits are no dates
update released_record set
  type = substring(content from '"type":"([A-Z_]+)"'),
  issued_at = substring(content from '"issuedAt":"([0-9]{4}-[^"]+Z)"')::timestamptz
where content is not null;
comment on column released_record.type is 'Which register speaks; null once erased before it arrived';
comment on column released_record.issued_at is 'When the register wrote the version; null once erased before it arrived, or beyond the year 9999';
