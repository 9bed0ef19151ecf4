alter table participant add column epoch integer;
comment on column participant.epoch is 'Epoch of the stratum in which the slot was taken, from 1; null where the design has no epochs';
