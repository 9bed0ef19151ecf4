comment on column allocation.receipt is 'The receipt as it was answered, so that a repetition gets the same bytes; blank once erased';
comment on column baseline.id is 'Identity of the event; another one once erased, for the tombstone';
comment on column baseline.published_at is 'When baseline-recorded, or once erased its tombstone, was sent; null until then';
