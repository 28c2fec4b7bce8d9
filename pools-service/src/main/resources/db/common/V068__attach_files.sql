-- What a file belongs to: money, a proposal, or a comment. Of what was erased only the row with its hash stays.
alter table receipt add column purpose varchar(8) default 'money' not null;
alter table receipt add column erased_at timestamp with time zone;
