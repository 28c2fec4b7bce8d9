-- A pledge of a Pool with an account of its own: each sum is a payout that two of its stewards carry out.
alter table payout add column pledge_id uuid;
alter table payout add constraint payout_of_pledge foreign key (pledge_id) references pledge (id);
alter table payout drop constraint payout_has_just_one_ground;
alter table payout add constraint payout_has_one_ground_of_four check (
    (proposal_id is not null and exit_id is null and pledge_id is null and not home)
    or (proposal_id is null and exit_id is not null and pledge_id is null and not home)
    or (proposal_id is null and exit_id is null and pledge_id is not null and not home)
    or (proposal_id is null and exit_id is null and pledge_id is null and home));
alter table pledge_month add column payout_id uuid unique;
alter table pledge_month add constraint pledge_month_by_hand foreign key (payout_id) references payout (id);
-- Whether the month's share was less than anybody can be asked to send.
alter table pledge_month add column too_small boolean default false not null;
