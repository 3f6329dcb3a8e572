-- The partner whose review a task is part of, or whose officer advises in it: the engine forgets it when that part of the journey is over.
create table task_partner (
    task    varchar(64) primary key,
    partner varchar(40) not null
);
