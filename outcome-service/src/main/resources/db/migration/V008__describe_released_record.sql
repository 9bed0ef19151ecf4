alter table released_record add column type text;
alter table released_record add column issued_at timestamptz;
update released_record set
  type = content::json ->> 'type', issued_at = (content::json ->> 'issuedAt')::timestamptz
where content is not null;
comment on column released_record.type is 'Which register speaks; null once erased before it arrived';
comment on column released_record.issued_at is 'When the register wrote the version; null once erased before it arrived';
