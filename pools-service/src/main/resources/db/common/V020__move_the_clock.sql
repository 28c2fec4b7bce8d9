-- How far the demo's clock has been moved forward; one row, shared by all nodes.
create table clock_advance (
    id integer primary key,
    microseconds bigint not null
);
insert into clock_advance (id, microseconds) values (1, 0);
