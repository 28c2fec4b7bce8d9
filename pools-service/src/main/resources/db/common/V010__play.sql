-- What the sandbox processor knows, shared by all nodes; empty with a real processor.
create table sandbox_state (
    name varchar(255) primary key,
    text text not null
);
