-- The decision that asked for this proposal: it belongs to nobody then, though it stands in somebody's name.
alter table proposal add column asked_by uuid;
