-- Transfers and memos are written only by the ledger, under the lock of their book's row and in one transaction; looking
-- up and locking that row again for each of them was a quarter of what a transfer cost the database.
alter table memo drop constraint memo_book_id_seq_fkey;
alter table transfer drop constraint transfer_book_id_fkey;
-- Entries are only ever added at the end.
alter index transfer_pkey set (fillfactor = 100);
alter index memo_pkey set (fillfactor = 100);
