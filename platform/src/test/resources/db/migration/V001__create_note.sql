create table note (
  id uuid primary key,
  text text not null,
  created_at timestamptz not null default clock_timestamp(),
  published_at timestamptz
);
create table heard (text text primary key);
