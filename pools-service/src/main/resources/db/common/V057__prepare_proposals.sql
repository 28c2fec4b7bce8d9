-- What comes before a vote. Drafts are nobody's business but their author's; the queries of all others leave them out.
alter table proposal add column draft boolean default false not null;
-- Counts the wordings, from 1; the ones before stand in proposal_version.
alter table proposal add column version int default 1 not null;
alter table proposal add column changed_at timestamp with time zone;
-- How many members besides the author must stand behind it before the vote opens, and how many do.
alter table proposal add column sponsors_needed int default 0 not null;
alter table proposal add column sponsors int default 0 not null;

-- Wordings that an edit has replaced. Only ever inserted.
create table proposal_version (
    proposal_id uuid not null references proposal (id),
    version int not null,
    title text not null,
    markdown text not null,
    action_type text not null,
    action_json text not null,
    method varchar(12) not null,
    paper text not null,
    written_at timestamp with time zone not null,
    constraint proposal_version_pk primary key (proposal_id, version)
);

-- Who stood behind which wording, and since when.
create table proposal_sponsor (
    proposal_id uuid not null references proposal (id),
    person_id uuid not null references person (id),
    version int not null,
    since timestamp with time zone not null,
    constraint proposal_sponsor_pk primary key (proposal_id, person_id, version)
);
