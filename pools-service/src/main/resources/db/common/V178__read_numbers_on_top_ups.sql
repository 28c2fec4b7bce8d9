-- What is written on the operator's top-ups, read once: which of the payments that are awaited it names, if any.
create table top_up (
    -- the processor's id of the movement
    movement varchar(255) primary key,
    reference uuid,
    -- open: tried again; taken: for this payment; other: names it and can never be it
    state varchar(10) not null,
    constraint top_up_state check (state in ('none', 'open', 'taken', 'other')),
    constraint top_up_names_something check ((reference is null) = (state = 'none'))
);
create index top_up_of_state on top_up (state, movement);
create index top_up_of_reference on top_up (reference, movement);
