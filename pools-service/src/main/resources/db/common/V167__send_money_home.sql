-- What the operator has of a Pool with an account of its own goes there: no vote decides it, and nobody has left.
alter table payout add column home boolean default false not null;
alter table payout drop constraint payout_has_one_ground;
alter table payout add constraint payout_has_just_one_ground check (
    (proposal_id is not null and exit_id is null and not home)
    or (proposal_id is null and exit_id is not null and not home)
    or (proposal_id is null and exit_id is null and home));
