-- When what the operator has of a Pool is looked at again, after it could not go home; null for at once.
alter table pool_custody add column home_next_at timestamp with time zone;
