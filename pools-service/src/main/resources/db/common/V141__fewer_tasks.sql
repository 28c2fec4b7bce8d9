-- Due work is scheduled by whom it waits for, and no longer kind by kind: the rows of each kind are nobody's any more.
delete from scheduled_tasks;
