-- Whoever asked to be let in can say that they do not want to any more.
alter table admission_request add column withdrawn_at timestamp with time zone;
