-- The first column is in the order of time, so that entries are added where the index ends and its pages are full.
alter table transfer add constraint transfer_of_cause unique (cause_id, cause_kind, leg, book_id);
alter table transfer drop constraint transfer_book_id_cause_kind_cause_id_leg_key;

-- Only what is looked for: most events are applied at once, most contributions wait for nothing.
drop index payment_event_due;
create index payment_event_due on payment_event (state, next_try_at) where state in ('waiting', 'set_aside');
drop index contribution_due;
create index contribution_due on contribution (state, next_try_at) where next_try_at is not null;
drop index contribution_release;
create index contribution_release on contribution (release_at) where release_at is not null;
drop index contribution_of_person;
create index contribution_of_person on contribution (person_id, created_at, id) where person_id is not null;
drop index contribution_paid;
create index contribution_paid on contribution (paid_at) where paid_at is not null;
