-- What a count reads of a ballot stands in its key's index, so that counting very many reads no ballot itself.
alter table ballot drop constraint ballot_pkey;
alter table ballot add constraint ballot_pkey primary key (proposal_id, person_id, revision) include (choice, block);
