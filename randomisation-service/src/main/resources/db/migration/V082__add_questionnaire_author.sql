alter table questionnaire add column author text not null default 'STAFF';
comment on column questionnaire.author is 'Who entered the answers: PARTICIPANT, by a one-time link, or STAFF';
