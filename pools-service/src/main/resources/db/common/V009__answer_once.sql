-- A request's key, claimed before the work and kept with its answer afterwards.
create table idempotency_key (
    caller varchar(80) not null,
    route varchar(300) not null,
    request_key varchar(255) not null,
    body_hash bytea not null,
    claimed_until timestamp with time zone not null,
    status integer,
    media_type varchar(100),
    answer bytea,
    made_at timestamp with time zone not null,
    primary key (caller, route, request_key)
);
create index idempotency_key_age on idempotency_key (made_at);

-- db-scheduler's table, in its documented shape.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures int,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
