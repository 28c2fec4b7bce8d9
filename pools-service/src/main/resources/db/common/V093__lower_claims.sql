-- What of a claim on leaving is not owed, because gifts of the one who left were taken back since.
alter table exit_claim add column lowered bigint default 0 not null;
alter table exit_claim add constraint exit_claim_lowered_is_a_part check (lowered >= 0 and lowered <= amount);
