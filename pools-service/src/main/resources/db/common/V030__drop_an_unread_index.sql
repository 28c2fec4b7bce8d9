-- Nothing reads contributions by Pool: their shares do that. Every payment had to write it.
drop index contribution_of_pool;
