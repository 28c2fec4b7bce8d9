-- Held while something of this person is counted and written, so that no other request of theirs comes between.
create table person_turn (
    person uuid primary key
);
