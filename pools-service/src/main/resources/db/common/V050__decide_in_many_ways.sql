-- How people decide: the method, and the ballot paper with its options as JSON. Frozen when the vote opens.
alter table proposal add column method varchar(12) default 'agree' not null;
alter table proposal add column paper text default '{}' not null;

-- The rule as frozen at the opening, continued.
alter table proposal add column change_ballots boolean default true not null;
alter table proposal add column delegates boolean default false not null;
alter table proposal add column conflicts_abstain boolean default false not null;
-- Whom the quorum is a share of; none: the whole electorate.
alter table proposal add column quorum_base bigint;

-- The outcome, continued: blocks are among those who disagree; where there are options, what they came to, as JSON.
alter table proposal add column blocks bigint;
alter table proposal add column ranking text;

-- Marks of the options in their order, parted by commas; none where there are no options or where one abstains.
alter table ballot add column marks varchar(120);
alter table ballot add column block boolean default false not null;
alter table ballot add column interest boolean default false not null;
alter table ballot add column nonce varchar(43) default '' not null;

-- How an open vote stands, kept with the ballots so that nobody has to count them. The outcome is counted anew.
create table ballot_counter (
    proposal_id uuid not null,
    agree bigint not null,
    disagree bigint not null,
    abstain bigint not null,
    blocks bigint not null,
    constraint ballot_counter_pk primary key (proposal_id),
    constraint ballot_counter_of_proposal foreign key (proposal_id) references proposal (id),
    constraint ballot_counter_is_a_count
        check (agree >= 0 and disagree >= 0 and abstain >= 0 and blocks >= 0 and blocks <= disagree)
);

insert into ballot_counter (proposal_id, agree, disagree, abstain, blocks)
select p.id,
    count(b.person_id) filter (where b.choice = 'agree'),
    count(b.person_id) filter (where b.choice = 'disagree'),
    count(b.person_id) filter (where b.choice = 'abstain'),
    0
from proposal p left join ballot b on b.proposal_id = p.id and not exists (
    select 1 from ballot later where later.proposal_id = b.proposal_id
        and later.person_id = b.person_id and later.revision = b.revision + 1)
where p.next_step = 'close'
group by p.id;
