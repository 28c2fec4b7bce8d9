-- Transfers and memos are written only by the ledger, under the lock of their book's row and in one transaction: that row
-- need not be looked up again for each of them, nor an index be kept for it.
alter table memo drop constraint "CONSTRAINT_33";
alter table transfer drop constraint "CONSTRAINT_4";
-- What differs comes first: entries are told apart by their first column, and added where the index ends.
alter table transfer add constraint transfer_of_cause unique (cause_id, cause_kind, leg, book_id);
alter table transfer drop constraint "CONSTRAINT_4C5";
-- A contribution's state changes with its payment, the time of its next try mostly does not.
drop index contribution_due;
create index contribution_due on contribution (next_try_at);
