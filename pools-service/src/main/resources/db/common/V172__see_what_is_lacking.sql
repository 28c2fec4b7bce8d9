-- What the processor held less than belonged to Pools and Floods, when the books were compared with it.
alter table reconciliation_total add column lacking bigint default 0 not null;
create index book_freeze_of_reason on book_freeze (reason, lifted_at, book_id);
