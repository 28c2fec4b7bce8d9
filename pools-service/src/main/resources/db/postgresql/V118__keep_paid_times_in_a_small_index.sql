-- Contributions are paid in the order of time, so that a summary of each range of the table finds them. Each entry of the
-- other kind of index was written anew with every payment.
drop index contribution_paid;
create index contribution_paid on contribution using brin (paid_at);
