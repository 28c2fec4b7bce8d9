-- An account of a Pool's own that was given up, while something still hangs on it. The check on a single column goes with
-- its column: the two databases name it differently.
alter table pool_custody add column standing varchar(12);
update pool_custody set standing = state;
alter table pool_custody drop column state;
alter table pool_custody rename column standing to state;
alter table pool_custody alter column state set not null;
alter table pool_custody add constraint pool_custody_states check (state in ('onboarding', 'active', 'closing', 'ended'));
-- Begun changes are brought to their end.
update pool_custody set next_try_at = chosen_at where state = 'onboarding' and next_try_at is null;
